package vn.tungnha.closing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
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
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.table.TableAnswer;
import vn.tungnha.shared.table.TableWriter;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;

/** Reports of a period, and what was locked beside what is now with its ledger, as files. */
@Controller
@RequestMapping("/reports")
@Allowed({
    Role.ADMIN,
    Role.PROVINCE_OFFICER,
    Role.DISTRICT_OFFICER,
    Role.WARD_OFFICER,
    Role.WARD_LEADER,
    Role.LEADERSHIP_VIEWER
})
@RequiredArgsConstructor
class ReportTables {

    private static final Paging ALL = new Paging(0, 1000);

    private final ReportPlaces places;
    private final WardReports wards;
    private final ReportsAbove above;
    private final PeriodLocks locks;
    private final LateEntries ledger;
    private final Definitions definitions;
    private final MessageSource messages;

    @GetMapping("/table.{format:csv|xlsx}")
    void reports(
            @PathVariable String format,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String period,
            CurrentUser user,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        Words words = new Words(messages, locale);
        UnitView place = place(unit, period, user);
        ReportPeriod days = places.period(period, place);
        List<List<?>> rows = place.level() == UnitLevel.COMMUNE
                ? teams(wards.page(place, days, ReportFilter.ALL, ALL, user, words), words)
                : wards(above.page(place, days, ALL, user, words), words);
        write("reports-" + place.code() + "-" + days.named().code(), format, rows, response);
    }

    @GetMapping("/locked/table.{format:csv|xlsx}")
    void locked(
            @PathVariable String format,
            @RequestParam String unit,
            @RequestParam String period,
            @RequestParam(required = false) @Nullable Integer version,
            CurrentUser user,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        Words words = new Words(messages, locale);
        UnitView place = place(unit, period, user);
        ReportPeriod days = places.period(period, place);
        LockView shown = locks.versions(place.id(), days, user).stream()
                .filter(it -> version == null || it.version() == version)
                .findFirst()
                .orElseThrow(() -> new NotFound("lock", unit + " " + period));
        List<List<?>> rows = new ArrayList<>();
        rows.add(List.of(
                words.say("indicator"),
                words.say("variant"),
                words.say("as-locked"),
                words.say("numerator"),
                words.say("denominator"),
                words.say("as-now"),
                words.say("numerator"),
                words.say("denominator"),
                words.say("difference"),
                words.say("remark")));
        Map<String, IndicatorDefinition> byCode =
                definitions.list(days.last()).stream().collect(Collectors.toMap(IndicatorDefinition::code, it -> it));
        for (LockedLine line : locks.compare(place.id(), days, shown, user)) {
            rows.add(line(line, byCode.get(line.indicator()), words));
        }
        rows.add(List.of());
        rows.add(List.of(words.say("ledger"), words.say("when"), words.say("by"), words.say("remark")));
        for (LateEntry entry : ledger.of(place.id(), days, user, ALL).items()) {
            LockedPage.Entry said = LockedController.entry(entry, words);
            List<Object> row = new ArrayList<>(List.of(said.what(), said.when(), said.by(), said.reason()));
            row.addAll(said.changes());
            rows.add(row);
        }
        write("locked-" + place.code() + "-" + days.named().code() + "-" + shown.version(), format, rows, response);
    }

    private UnitView place(@Nullable String unit, @Nullable String period, CurrentUser user) {
        return places.unit(unit, period, user).orElseThrow(() -> new NotFound("unit", String.valueOf(unit)));
    }

    private static List<@Nullable Object> line(LockedLine line, @Nullable IndicatorDefinition definition, Words words) {
        ReportFigure locked = line.locked();
        ReportFigure now = line.now();
        BigDecimal before = rounded(locked, definition);
        BigDecimal after = rounded(now, definition);
        return Arrays.asList(
                words.name(definition, line.indicator()),
                line.variant(),
                before,
                locked == null ? null : locked.numerator(),
                locked == null ? null : locked.denominator(),
                after,
                now == null ? null : now.numerator(),
                now == null ? null : now.denominator(),
                before == null || after == null ? null : after.subtract(before),
                words.remarks(locked));
    }

    private static @Nullable BigDecimal rounded(
            @Nullable ReportFigure figure, @Nullable IndicatorDefinition definition) {
        return figure == null || definition == null ? null : Amounts.rounded(definition, figure.kind(), figure.value());
    }

    private static List<List<?>> teams(WardPage page, Words words) {
        List<String> head = new ArrayList<>(
                List.of(words.say("team"), words.say("leader"), words.say("status"), words.say("when")));
        head.addAll(page.columns());
        List<List<?>> rows = new ArrayList<>(List.of(head));
        page.lines().forEach(it -> {
            List<String> row =
                    new ArrayList<>(List.of(it.name(), it.leader() == null ? "" : it.leader(), it.status(), it.when()));
            row.addAll(it.cells());
            rows.add(row);
        });
        return rows;
    }

    private static List<List<?>> wards(AbovePage page, Words words) {
        List<List<?>> rows = new ArrayList<>(List.of(List.of(
                words.say("ward"),
                words.say("status"),
                words.say("locked-at"),
                words.say("version"),
                words.say("late"))));
        page.lines().forEach(it -> rows.add(List.of(it.name(), it.status(), it.when(), it.version(), it.late())));
        return rows;
    }

    private static void write(String name, String format, List<List<?>> rows, HttpServletResponse response)
            throws IOException {
        try (TableWriter out = TableAnswer.open(name.replace('/', '_'), format, response)) {
            out.heading(rows.get(0).stream().map(String::valueOf).toList());
            for (List<?> row : rows.subList(1, rows.size())) {
                out.row(row);
            }
        }
    }
}
