package vn.tungnha.closing.web;

import java.math.BigDecimal;
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
import vn.tungnha.indicators.Definitions;
import vn.tungnha.indicators.IndicatorDefinition;
import vn.tungnha.indicators.IndicatorDefinition.Kind;
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
        ReportPeriod days = places.period(period, place.id());
        List<LockView> versions = locks.versions(place.id(), days, user);
        LockView shown = versions.stream()
                .filter(it -> version == null || it.version() == version)
                .findFirst()
                .orElseThrow(() -> new NotFound("lock", unit + " " + period));
        List<LockedLine> lines = locks.compare(place.id(), days, shown, user);
        String url = PeriodPicker.url("/reports/locked", place.code(), days.named());
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
                                new Choice(PeriodPicker.url("/reports", place.code(), days.named()), place.fullName())),
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
                        Pages.of(entries, here + "&changed=" + changed, words.vn())));
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
                difference(line.locked(), line.now(), words),
                line.differs());
    }

    private static String difference(@Nullable ReportFigure locked, @Nullable ReportFigure now, Words words) {
        BigDecimal before = locked == null ? null : locked.value();
        BigDecimal after = now == null ? null : now.value();
        if (now == null || before == null || after == null || before.compareTo(after) == 0) {
            return "";
        }
        BigDecimal moved = after.subtract(before);
        return now.kind() == Kind.RATE ? words.vn().points(moved) : words.vn().signed(moved, 0);
    }

    private static LockedPage.Entry entry(LateEntry entry, Words words) {
        Vn vn = words.vn();
        String unknown = words.say("ledger.unknown");
        // the trail has words for what people do
        String what = words.messages().getMessage("audit.action." + entry.action(), null, unknown, words.locale());
        return new LockedPage.Entry(
                vn.moment(entry.enteredAt()),
                entry.by() == null ? words.say("ledger.system") : entry.by(),
                what == null ? unknown : what,
                entry.reason() == null ? words.say("ledger.late") : entry.reason(),
                entry.changes().stream().map(it -> change(it, words)).toList());
    }

    private static String change(LateEntry.Change change, Words words) {
        String name = words.english() ? change.nameEn() : change.nameVi();
        String amount = change.amount() == null
                ? Vn.NONE
                : change.reported()
                        ? words.vn().number(change.amount())
                        : words.vn().signed(change.amount(), 0);
        return words.say(
                change.reported() ? "ledger.reported" : "ledger.counted",
                name,
                amount,
                words.vn().day(change.day()));
    }
}
