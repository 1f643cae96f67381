package vn.tungnha.closing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.Period.Grain;
import vn.tungnha.teams.TeamRow;

/** How far the reports of a ward's teams have come: of a month one by one, of a quarter or year its months together. */
@Component
@RequiredArgsConstructor
class TeamReportRows {

    private final TeamReportRepository reports;
    private final TeamPeriods periods;
    private final FigureStore store;
    private final Clock clock;

    List<TeamReportRow> of(List<TeamRow> teams, ReportPeriod period, long unitId) {
        List<Long> ids = teams.stream().map(TeamRow::id).toList();
        Map<Long, TeamReport> exact = byTeam(ids, period);
        if (period.named().grain() == Grain.MONTH) {
            Map<Long, List<ReportFigure>> frozen = store.ofReports(
                    exact.values().stream().map(TeamReport::getId).collect(Collectors.toSet()));
            return teams.stream()
                    .map(team -> row(team, exact.get(team.id()), frozen, period))
                    .toList();
        }
        Map<ReportPeriod, Map<Long, TeamReport>> months = new HashMap<>();
        List<ReportPeriod> begun = periods.months(period.named(), unitId);
        begun.forEach(month -> months.put(month, byTeam(ids, month)));
        Map<Long, LocalDate> founded = periods.founded(ids);
        return teams.stream()
                .map(team -> {
                    TeamReport whole = exact.get(team.id());
                    LocalDate since = founded.getOrDefault(team.id(), Days.SINCE_EVER);
                    List<ReportPeriod> owed = begun.stream()
                            .filter(month -> !month.last().isBefore(since))
                            .toList();
                    return owed.isEmpty() || whole != null && !whole.getStatus().isWithTheTeam()
                            ? row(team, whole, Map.of(), period)
                            : row(team, owed, months);
                })
                .toList();
    }

    boolean late(@Nullable Instant submittedAt, ReportPeriod period) {
        LocalDate came = submittedAt == null ? Days.today(clock) : Days.of(submittedAt);
        return came.isAfter(period.teamDue());
    }

    private TeamReportRow row(
            TeamRow team, @Nullable TeamReport report, Map<Long, List<ReportFigure>> frozen, ReportPeriod period) {
        Instant submittedAt = report == null ? null : report.getSubmittedAt();
        List<Period> named = List.of(period.named());
        return new TeamReportRow(
                team.id(),
                team.name(),
                team.leader(),
                report == null ? null : report.getStatus(),
                submittedAt,
                report == null ? List.of() : frozen.getOrDefault(report.getId(), List.of()),
                late(submittedAt, period),
                report != null && report.isAfterLock(),
                named,
                report == null || report.getStatus().isWithTheTeam() ? named : List.of());
    }

    private TeamReportRow row(TeamRow team, List<ReportPeriod> owed, Map<ReportPeriod, Map<Long, TeamReport>> months) {
        Map<ReportPeriod, TeamReport> there = new HashMap<>();
        owed.forEach(month -> {
            TeamReport report = Objects.requireNonNull(months.get(month)).get(team.id());
            if (report != null) {
                there.put(month, report);
            }
        });
        List<ReportPeriod> missing = owed.stream()
                .filter(month -> !there.containsKey(month)
                        || there.get(month).getStatus().isWithTheTeam())
                .toList();
        return new TeamReportRow(
                team.id(),
                team.name(),
                team.leader(),
                least(owed.stream().map(there::get)),
                there.values().stream()
                        .map(TeamReport::getSubmittedAt)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                List.of(),
                owed.stream().anyMatch(month -> {
                    TeamReport report = there.get(month);
                    return late(report == null ? null : report.getSubmittedAt(), month);
                }),
                there.values().stream().anyMatch(TeamReport::isAfterLock),
                owed.stream().map(ReportPeriod::named).toList(),
                missing.stream().map(ReportPeriod::named).toList());
    }

    /** What is furthest behind: not begun, being written, given back, waiting, approved. */
    private static @Nullable ReportStatus least(Stream<@Nullable TeamReport> reports) {
        List<ReportStatus> order =
                List.of(ReportStatus.DRAFT, ReportStatus.RETURNED, ReportStatus.SUBMITTED, ReportStatus.APPROVED);
        int least = reports.mapToInt(report -> report == null ? -1 : order.indexOf(report.getStatus()))
                .min()
                .orElse(-1);
        return least < 0 ? null : order.get(least);
    }

    private Map<Long, TeamReport> byTeam(List<Long> teams, ReportPeriod period) {
        return reports.findByTeamIdInAndFirstDayAndLastDay(teams, period.first(), period.last()).stream()
                .collect(Collectors.toMap(TeamReport::getTeamId, report -> report));
    }
}
