package vn.tungnha.closing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Paging;
import vn.tungnha.teams.TeamQuery;
import vn.tungnha.teams.TeamRow;
import vn.tungnha.teams.Teams;

/** What teams have said in the reports they handed in: the months of a quarter or year together. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class TeamVoices {

    /** No ward has more teams. */
    private static final Paging ALL = new Paging(0, 1000);

    private static final Set<ReportStatus> HANDED_IN = Set.of(ReportStatus.SUBMITTED, ReportStatus.APPROVED);

    private final TeamReportRepository reports;
    private final Teams teams;
    private final Clock clock;

    /** Of every team of a unit, by team and month. */
    public List<TeamVoice> of(long unitId, ReportPeriod period, CurrentUser user) {
        LocalDate today = Days.today(clock);
        LocalDate on = period.isOver(today) ? period.last() : today;
        Map<Long, String> names = teams.list(TeamQuery.all(on).under(unitId), user, ALL).items().stream()
                .collect(Collectors.toMap(TeamRow::id, TeamRow::name, (one, other) -> one));
        return said(names, period);
    }

    public List<TeamVoice> ofTeam(long teamId, ReportPeriod period, CurrentUser user) {
        return said(Map.of(teamId, teams.get(teamId, user).name()), period);
    }

    private List<TeamVoice> said(Map<Long, String> names, ReportPeriod period) {
        return reports
                .findByTeamIdInAndStatusInAndFirstDayGreaterThanEqualAndLastDayLessThanEqualOrderByLastDay(
                        names.keySet(), HANDED_IN, period.first(), period.last())
                .stream()
                .map(it -> new TeamVoice(
                        it.getTeamId(),
                        names.getOrDefault(it.getTeamId(), ""),
                        new ReportText(it.getGoodPractice(), it.getDifficulties(), it.getProposals())))
                .toList();
    }
}
