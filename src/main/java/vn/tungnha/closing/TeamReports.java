package vn.tungnha.closing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.indicators.Counters;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;
import vn.tungnha.teams.TeamQuery;
import vn.tungnha.teams.TeamRow;
import vn.tungnha.teams.TeamView;
import vn.tungnha.teams.Teams;

/** Reports of teams: drafted from the log, handed in, given back or approved. */
@Service
@RequiredArgsConstructor
@Transactional
public class TeamReports {

    /** No ward has more teams. */
    private static final Paging ALL = new Paging(0, 1000);

    private final TeamReportRepository reports;
    private final Teams teams;
    private final ReportCalendar calendar;
    private final TeamPeriods periods;
    private final TeamReportRows rows;
    private final ReportFigures figures;
    private final FigureStore store;
    private final PeriodLocks locks;
    private final Counters counters;
    private final LateEntries ledger;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** A team's report; a fresh draft where nothing was written yet. */
    @Transactional(readOnly = true)
    public TeamReportView get(long teamId, Period named, CurrentUser user) {
        TeamView team = team(teamId, user);
        ReportPeriod period = period(team, named);
        TeamReport report = stored(teamId, period);
        Long id = report == null ? null : report.getId();
        boolean handedIn = report != null && !report.getStatus().isWithTheTeam();
        List<ReportFigure> shown = handedIn && id != null
                ? store.ofReports(List.of(id)).getOrDefault(id, List.of())
                : figures.ofTeam(teamId, period);
        Instant submittedAt = report == null ? null : report.getSubmittedAt();
        return new TeamReportView(
                teamId,
                team.name(),
                period,
                report == null ? null : report.getVersion(),
                report == null ? ReportStatus.DRAFT : report.getStatus(),
                report == null
                        ? new ReportText(null, null, null)
                        : new ReportText(report.getGoodPractice(), report.getDifficulties(), report.getProposals()),
                shown,
                handedIn,
                submittedAt,
                rows.late(submittedAt, period),
                isLocked(team, period),
                report != null && report.isAfterLock(),
                id == null ? List.of() : steps(id));
    }

    /** What a team handed in for these days; empty while it still writes. It does not ask who reads. */
    @Transactional(readOnly = true)
    public List<ReportFigure> handedIn(long teamId, ReportPeriod period) {
        TeamReport report = stored(teamId, period);
        Long id = report == null || report.getStatus().isWithTheTeam() ? null : report.getId();
        return id == null ? List.of() : store.ofReports(List.of(id)).getOrDefault(id, List.of());
    }

    /** The month a team is to report now. */
    @Transactional(readOnly = true)
    public ReportPeriod current(long teamId, CurrentUser user) {
        return calendar.current(TeamPeriods.present(team(teamId, user)));
    }

    /**
     * Keeps what the team has written, and hands it in if it says so; after the ward has locked that is a line of the ledger.
     *
     * @param basedOn version the text was written over, null when there was none
     * @throws Stale when somebody else of the team saved meanwhile
     */
    public void write(
            long teamId, Period named, @Nullable Integer basedOn, ReportText text, boolean handIn, CurrentUser user) {
        TeamView team = team(teamId, user);
        ReportPeriod period = period(team, named);
        awaitLock();
        TeamReport report = stored(teamId, period);
        if (!Objects.equals(basedOn, report == null ? null : report.getVersion())) {
            throw new Stale("team-report", team.name());
        }
        if (report == null) {
            report = new TeamReport(teamId, period);
        }
        report.write(text);
        if (handIn) {
            if (Days.today(clock).isBefore(period.last())) {
                throw RuleBroken.at("period", "closing.error.not-over", period.last());
            }
            report.submit(clock.instant(), isLocked(team, period));
        }
        long id = saved(report);
        if (handIn) {
            store.freezeReport(id, figures.ofTeam(teamId, period));
            step(report, team, ReportStatus.SUBMITTED, null, user);
            if (report.isAfterLock()) {
                ledger.enter(periods.home(team, period.last()), period, "report.submitted", "team-report", teamId);
            }
        }
    }

    /**
     * The team takes its report back before the ward has looked at it.
     *
     * @throws RuleBroken when it was, or the period is locked: the ward's paper says what stands in it
     */
    public void takeBack(long teamId, Period named, CurrentUser user) {
        TeamView team = team(teamId, user);
        awaitLock();
        TeamReport report = require(team, named);
        if (isLocked(team, period(team, named))) {
            throw new RuleBroken("closing.error.locked-taken");
        }
        report.withdraw();
        store.thaw(saved(report));
        step(report, team, ReportStatus.DRAFT, null, user);
    }

    /** @throws RuleBroken when the ward does not say why, or the period is locked */
    public void giveBack(long teamId, Period named, String comment, CurrentUser user) {
        TeamView team = team(teamId, user);
        if (comment.isBlank()) {
            throw RuleBroken.at("comment", "closing.error.comment");
        }
        awaitLock();
        TeamReport report = require(team, named);
        if (isLocked(team, period(team, named))) {
            throw new RuleBroken("closing.error.locked");
        }
        report.giveBack();
        store.thaw(saved(report));
        step(report, team, ReportStatus.RETURNED, comment.strip(), user);
    }

    /**
     * Approves those that wait among the teams named, of a quarter or year all its months; others stay as they are.
     *
     * @return how many reports
     */
    public int approve(Collection<Long> teamIds, Period named, CurrentUser user) {
        awaitLock();
        int approved = 0;
        for (long teamId : teamIds) {
            TeamView team = team(teamId, user);
            Set<ReportPeriod> all = new LinkedHashSet<>(List.of(period(team, named)));
            all.addAll(periods.months(named, periods.home(team, named.last())));
            for (ReportPeriod period : all) {
                TeamReport report = stored(teamId, period);
                if (report != null && report.getStatus() == ReportStatus.SUBMITTED) {
                    report.approve();
                    saved(report);
                    step(report, team, ReportStatus.APPROVED, null, user);
                    approved++;
                }
            }
        }
        return approved;
    }

    /** Every team of a unit that existed on the period's last day, by name. */
    @Transactional(readOnly = true)
    public List<TeamReportRow> of(long unitId, ReportPeriod period, CurrentUser user) {
        LocalDate today = Days.today(clock);
        LocalDate on = period.isOver(today) ? period.last() : today;
        List<TeamRow> all =
                teams.list(TeamQuery.all(on).under(unitId), user, ALL).items();
        return rows.of(all, period, unitId);
    }

    /** A ward that is locking at this moment is waited for: what it counted and approved stays as it saw it. */
    private void awaitLock() {
        counters.enter();
    }

    private TeamView team(long id, CurrentUser user) {
        return teams.get(id, user);
    }

    private ReportPeriod period(TeamView team, Period named) {
        return periods.of(team, named);
    }

    /** By the commune that was the team's on the last day: it has locked, whatever became of it since. */
    private boolean isLocked(TeamView team, ReportPeriod period) {
        return locks.isLocked(periods.home(team, period.last()), period);
    }

    private @Nullable TeamReport stored(long teamId, ReportPeriod period) {
        return reports.findByTeamIdAndFirstDayAndLastDay(teamId, period.first(), period.last())
                .orElse(null);
    }

    private TeamReport require(TeamView team, Period named) {
        TeamReport report = stored(team.id(), period(team, named));
        if (report == null) {
            throw new NotFound("team-report", team.id() + " " + named.code());
        }
        return report;
    }

    private long saved(TeamReport report) {
        return Objects.requireNonNull(reports.saveAndFlush(report).getId());
    }

    private void step(
            TeamReport report, TeamView team, ReportStatus status, @Nullable String comment, CurrentUser user) {
        jdbc.sql("""
                        insert into team_report_step (report_id, status, taken_by, taken_at, comment)
                        values (:report, :status, :by, :at, :comment)
                        """)
                .param("report", report.getId())
                .param("status", status.name())
                .param("by", user.accountId())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("comment", comment)
                .update();
        events.publishEvent(new Audited(
                "report." + status.name().toLowerCase(Locale.ROOT),
                "team-report",
                team.id() + " " + report.getPeriod(),
                team.communeId(),
                null,
                Map.of("status", status),
                comment));
    }

    private List<ReportStep> steps(long report) {
        return jdbc.sql("""
                        select s.status, a.display_name as by, s.taken_at, s.comment
                        from team_report_step s left join account a on a.id = s.taken_by
                        where s.report_id = :report order by s.id desc
                        """).param("report", report).query(ReportStep.class).list();
    }
}
