package vn.tungnha.closing.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tungnha.closing.LockView;
import vn.tungnha.closing.PeriodLocks;
import vn.tungnha.closing.ReportCalendar;
import vn.tungnha.closing.ReportFigure;
import vn.tungnha.closing.ReportPeriod;
import vn.tungnha.closing.ReportPlaces;
import vn.tungnha.closing.ReportStatus;
import vn.tungnha.closing.TeamReportRow;
import vn.tungnha.closing.TeamReports;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.indicators.Definitions;
import vn.tungnha.indicators.IndicatorDefinition;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Segment;
import vn.tungnha.shared.Stat;
import vn.tungnha.shared.Vn;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Lays out a ward's page of reports. */
@Component
@RequiredArgsConstructor
class WardReports {

    private static final int FIGURES_SHOWN = 3;

    private final TeamReports reports;
    private final PeriodLocks locks;
    private final Definitions definitions;
    private final ReportPlaces places;
    private final ReportCalendar calendar;
    private final Units units;

    WardPage page(UnitView ward, ReportPeriod period, ReportFilter show, Paging paging, CurrentUser user, Words words) {
        LocalDate today = places.today();
        List<TeamReportRow> rows = rows(ward, period, user);
        List<TeamReportRow> shown = rows.stream().filter(show::takes).toList();
        List<TeamReportRow> missing =
                rows.stream().filter(TeamReportRow::isWithTheTeam).toList();
        List<TeamReportRow> onPage =
                shown.stream().skip(paging.offset()).limit(paging.size()).toList();
        LockView lock = locks.latestOf(List.of(ward.id()), period).get(ward.id());
        String code = PeriodPicker.code(ward, today);
        List<String> figures = figuresOf(rows);
        Map<String, IndicatorDefinition> byCode =
                definitions.list(period.last()).stream().collect(Collectors.toMap(IndicatorDefinition::code, it -> it));
        String list = PeriodPicker.url("/reports", code, period.named());
        return new WardPage(
                code,
                period.code(),
                words.say("ward.title", words.period(period.named())),
                ward.fullName(),
                PeriodPicker.of("/reports", code, period, today, words),
                state(period, lock, today, words),
                level(period, lock, today),
                notes(ward, period, words),
                stats(rows, missing, words),
                tabs(rows, show, list, words),
                figures.stream().map(it -> words.name(byCode.get(it), it)).toList(),
                onPage.stream().map(row -> line(row, figures, byCode, words)).toList(),
                Pages.of(PageOf.of(onPage, paging, shown.size()), list + "&show=" + show, words.vn()),
                today.isAfter(period.last()) && !missing.isEmpty()
                        ? OpenReports.overdue(ward, period, missing, today, words)
                        : null,
                period.isOver(today) && places.acts(ward, user, Role.WARD_LEADER)
                        ? OpenReports.lock(lock, rows, words)
                        : null,
                lock == null ? null : PeriodPicker.url("/reports/locked", code, period.named()),
                lock == null || lock.late() == 0 ? null : words.say("locked.late", lock.late()),
                places.acts(ward, user, Role.WARD_OFFICER, Role.WARD_LEADER));
    }

    /** Teams report the whole month, where they are by its end: of a ward that ended before nobody asks for theirs. */
    List<TeamReportRow> rows(UnitView ward, ReportPeriod period, CurrentUser user) {
        return places.cut(ward, period) ? List.of() : reports.of(ward.id(), period, user);
    }

    private List<String> notes(UnitView ward, ReportPeriod period, Words words) {
        List<String> notes = new ArrayList<>();
        if (ward.validTo().isBefore(places.today())) {
            String now = units.successors(ward.id(), places.today()).stream()
                    .map(UnitView::fullName)
                    .collect(Collectors.joining(", "));
            notes.add(words.say("ended", ward.fullName(), words.vn().day(ward.validTo()), now));
        }
        if (places.cut(ward, period)) {
            notes.add(words.say("ended.days", words.days(period)));
            return notes;
        }
        calendar.seams(period, ward.id()).forEach(it -> notes.add(words.seam(it)));
        return notes;
    }

    private static String state(ReportPeriod period, @Nullable LockView lock, LocalDate today, Words words) {
        Vn vn = words.vn();
        if (lock != null) {
            return words.say(
                    "state.locked", lock.version(), vn.moment(lock.lockedAt()), lock.by() == null ? "" : lock.by());
        }
        if (!period.isOver(today)) {
            return words.say("state.running", vn.day(period.teamDue()), vn.day(period.wardDue()));
        }
        return words.say(
                today.isAfter(period.wardDue()) ? "state.overdue" : "state.open",
                vn.day(period.teamDue()),
                vn.day(period.wardDue()));
    }

    private static String level(ReportPeriod period, @Nullable LockView lock, LocalDate today) {
        if (lock != null) {
            return "good";
        }
        if (today.isAfter(period.wardDue())) {
            return "bad";
        }
        return period.isOver(today) ? "near" : "none";
    }

    private static List<Stat> stats(List<TeamReportRow> rows, List<TeamReportRow> missing, Words words) {
        long waiting = rows.stream().filter(ReportFilter.WAITING::takes).count();
        long approved = rows.stream().filter(ReportFilter.APPROVED::takes).count();
        Vn vn = words.vn();
        return List.of(
                new Stat(vn.number(rows.size()), words.say("stat.teams"), null),
                new Stat(vn.number(missing.size()), words.say("stat.missing"), null),
                new Stat(vn.number(waiting), words.say("stat.waiting"), null),
                new Stat(vn.number(approved), words.say("stat.approved"), null));
    }

    private static List<Segment> tabs(List<TeamReportRow> rows, ReportFilter show, String list, Words words) {
        List<Segment> tabs = new ArrayList<>();
        for (ReportFilter filter : ReportFilter.values()) {
            long count = rows.stream().filter(filter::takes).count();
            tabs.add(new Segment(
                    words.say("show." + filter, words.vn().number(count)), list + "&show=" + filter, filter == show));
        }
        return tabs;
    }

    /** The form's first figures, as far as any report has them. */
    private static List<String> figuresOf(List<TeamReportRow> rows) {
        return rows.stream()
                .map(TeamReportRow::figures)
                .filter(it -> !it.isEmpty())
                .findFirst()
                .map(it -> it.stream()
                        .limit(FIGURES_SHOWN)
                        .map(ReportFigure::indicator)
                        .toList())
                .orElse(List.of());
    }

    private static WardPage.Line line(
            TeamReportRow row, List<String> figures, Map<String, IndicatorDefinition> byCode, Words words) {
        Map<String, ReportFigure> reported =
                row.figures().stream().collect(Collectors.toMap(ReportFigure::indicator, it -> it));
        return new WardPage.Line(
                row.teamId(),
                row.teamName(),
                teamUrl(row),
                row.leader(),
                status(row, words),
                level(row),
                when(row, words),
                figures.stream()
                        .map(code -> words.value(reported.get(code), byCode.get(code)))
                        .toList(),
                row.status() == ReportStatus.SUBMITTED);
    }

    private static String status(TeamReportRow row, Words words) {
        int in = row.owed().size() - row.missing().size();
        return in > 0 && !row.missing().isEmpty()
                ? words.say("status.months", in, row.owed().size())
                : words.say("status." + (row.status() == null ? "NONE" : row.status()));
    }

    private static String level(TeamReportRow row) {
        if (row.status() == ReportStatus.APPROVED) {
            return "good";
        }
        if (row.status() == ReportStatus.SUBMITTED) {
            return "info";
        }
        return row.late() ? "bad" : row.status() == ReportStatus.RETURNED ? "near" : "none";
    }

    private static String when(TeamReportRow row, Words words) {
        if (row.submittedAt() == null) {
            return row.late() ? words.say("late.missing") : "";
        }
        String moment = words.vn().moment(row.submittedAt());
        if (row.afterLock()) {
            return words.say("late.locked", moment);
        }
        return row.late() && row.missing().isEmpty() ? words.say("late.came", moment) : moment;
    }

    private static String teamUrl(TeamReportRow row) {
        return UriComponentsBuilder.fromPath("/reports/teams/" + row.teamId())
                .queryParam("period", row.opens().code())
                .build()
                .toUriString();
    }
}
