package vn.tungnha.closing.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tungnha.closing.LateEntries;
import vn.tungnha.closing.LateEntry;
import vn.tungnha.closing.LockView;
import vn.tungnha.closing.LockedLine;
import vn.tungnha.closing.PeriodLocks;
import vn.tungnha.closing.ReportFigure;
import vn.tungnha.closing.ReportPeriod;
import vn.tungnha.closing.ReportPlaces;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.indicators.Amounts;
import vn.tungnha.indicators.Definitions;
import vn.tungnha.indicators.IndicatorDefinition;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Segment;
import vn.tungnha.shared.Vn;
import vn.tungnha.units.UnitView;

/** "What was reported then, what is it now, and who changed it since?" */
@Controller
@RequiredArgsConstructor
class LockedController {

    private final ReportPlaces places;
    private final PeriodLocks locks;
    private final LateEntries ledger;
    private final Definitions definitions;
    private final MessageSource messages;

    @GetMapping("/reports/locked")
    @Allowed({
        Role.ADMIN,
        Role.PROVINCE_OFFICER,
        Role.DISTRICT_OFFICER,
        Role.WARD_OFFICER,
        Role.WARD_LEADER,
        Role.LEADERSHIP_VIEWER
    })
    String show(
            @RequestParam String unit,
            @RequestParam String period,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(defaultValue = "false") boolean changed,
            @RequestParam(defaultValue = "0") int p,
            CurrentUser user,
            Locale locale,
            Model model) {
        Words words = new Words(messages, locale);
        UnitView place = places.unit(unit, period, user).orElseThrow();
        ReportPeriod days = places.period(period, place);
        List<LockView> versions = locks.versions(place.id(), days, user);
        LockView shown = versions.stream()
                .filter(it -> version == null || it.version() == version)
                .findFirst()
                .orElseThrow(() -> new NotFound("lock", unit + " " + period));
        List<LockedLine> lines = locks.compare(place.id(), days, shown, user);
        String url = PeriodPicker.url("/reports/locked", PeriodPicker.code(place, places.today()), days.named());
        String here = url + "&version=" + shown.version();
        PageOf<LateEntry> entries = ledger.of(place.id(), days, user, new Paging(p, ReportsController.ROWS));
        Map<String, IndicatorDefinition> byCode =
                definitions.list(days.last()).stream().collect(Collectors.toMap(IndicatorDefinition::code, it -> it));
        long different = lines.stream().filter(LockedLine::differs).count();
        model.addAttribute(
                "page",
                new LockedPage(
                        List.of(
                                new Choice("/reports", words.say("menu")),
                                new Choice(
                                        PeriodPicker.url(
                                                "/reports", PeriodPicker.code(place, places.today()), days.named()),
                                        place.fullName())),
                        words.say("locked.title", words.period(days.named())),
                        words.say(
                                "locked.lead",
                                place.fullName(),
                                words.days(days),
                                shown.version(),
                                words.vn().moment(shown.lockedAt()),
                                shown.by() == null ? "" : shown.by()),
                        versions.stream()
                                .map(it -> new Segment(
                                        words.say("locked.version", it.version()),
                                        url + "&version=" + it.version(),
                                        it.version() == shown.version()))
                                .toList(),
                        List.of(
                                new Segment(words.say("locked.all", lines.size()), here, !changed),
                                new Segment(words.say("locked.changed", different), here + "&changed=true", changed)),
                        shown.reason() == null ? "" : words.say("locked.reason", shown.reason()),
                        lines.stream()
                                .filter(it -> !changed || it.differs())
                                .map(it -> line(it, byCode.get(it.indicator()), place, days, words))
                                .toList(),
                        entries.items().stream().map(it -> entry(it, words)).toList(),
                        Pages.of(entries, here + "&changed=" + changed, words.vn()),
                        here.replaceFirst("/locked", "/locked/table.xlsx")));
        return "closing/locked";
    }

    private static LockedPage.Line line(
            LockedLine line,
            @Nullable IndicatorDefinition definition,
            UnitView place,
            ReportPeriod period,
            Words words) {
        String name = words.name(definition, line.indicator());
        IndicatorDefinition.Variant variant = definition == null ? null : definition.variant(line.variant());
        if (variant != null && definition != null && definition.variants().size() > 1) {
            name = name + " · " + (words.english() ? variant.nameEn() : variant.nameVi());
        }
        return new LockedPage.Line(
                name,
                PeriodPicker.url("/indicators/" + line.indicator(), place.code(), period.days()) + "&variant="
                        + line.variant(),
                words.value(line.locked(), definition),
                words.fraction(line.locked()),
                words.value(line.now(), definition),
                words.fraction(line.now()),
                difference(line.locked(), line.now(), definition, words),
                line.differs());
    }

    private static String difference(
            @Nullable ReportFigure locked,
            @Nullable ReportFigure now,
            @Nullable IndicatorDefinition definition,
            Words words) {
        BigDecimal before = locked == null ? null : locked.value();
        BigDecimal after = now == null ? null : now.value();
        if (now == null || before == null || after == null || before.compareTo(after) == 0) {
            return "";
        }
        return definition == null
                ? ""
                : Amounts.in(words.locale()).change(definition, now.kind(), after.subtract(before));
    }

    static LockedPage.Entry entry(LateEntry entry, Words words) {
        Vn vn = words.vn();
        String unknown = words.say("ledger.unknown");
        // the trail has words for what people do
        String what = words.messages().getMessage("audit.action." + entry.action(), null, unknown, words.locale());
        List<String> changes = new ArrayList<>();
        LateEntry.Quota quota = entry.quota();
        if (quota != null) {
            changes.add(words.say("ledger.quota", amount(quota.before(), words), amount(quota.after(), words)));
        }
        entry.changes().forEach(it -> changes.add(change(it, words)));
        return new LockedPage.Entry(
                words.say("ledger.when", vn.moment(entry.enteredAt()), entry.version()),
                entry.by() == null ? words.say("ledger.system") : entry.by(),
                what == null ? unknown : what,
                entry.reason() == null ? words.say("ledger.late") : entry.reason(),
                changes);
    }

    private static String change(LateEntry.Change change, Words words) {
        String name = words.english() ? change.nameEn() : change.nameVi();
        String day = words.vn().day(change.day());
        BigDecimal amount = change.amount();
        return change.reported()
                ? words.say("ledger.reported", name, amount(change.before(), words), amount(amount, words), day)
                : words.say(
                        "ledger.counted",
                        name,
                        amount == null ? Vn.NONE : words.vn().signed(amount, 0),
                        day);
    }

    private static String amount(@Nullable BigDecimal amount, Words words) {
        return amount == null ? words.say("ledger.none-known") : words.vn().number(amount);
    }
}
