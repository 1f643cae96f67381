package vn.tungnha.reports.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.indicators.FigureQuery;
import vn.tungnha.indicators.Figures;
import vn.tungnha.indicators.IndicatorChoice;
import vn.tungnha.indicators.IndicatorDefinition;
import vn.tungnha.indicators.IndicatorValue;
import vn.tungnha.reports.DashboardTiles;
import vn.tungnha.reports.WardWork;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.chart.Bullet;
import vn.tungnha.teams.TeamView;
import vn.tungnha.teams.TeamVillage;

/** Teams of a place in the order of what they have reached; teams are ranked, people never. */
@Component
@RequiredArgsConstructor
class TeamRanking {

    private static final int PLAN = 0;
    private static final int SHARE = 1;
    private static final int RANKED = 2;
    private static final int COUNT = 3;

    private final DashboardTiles tiles;
    private final Figures figures;
    private final TeamAreaFigures areas;
    private final WardWork work;

    /** One team, with what stands in its columns. */
    record Row(
            TeamView team,
            @Nullable Integer rank,
            boolean shared,
            @Nullable Integer before,
            Reading plan,
            Reading share,
            Reading ranked,
            Reading count,
            @Nullable LocalDate lastLog) {

        String village() {
            TeamVillage home = team.home();
            return home == null || team.name().startsWith(home.name()) ? "" : home.name();
        }

        /** Ranks won since the previous period; negative when lost, 0 without a rank then or now. */
        int moved() {
            return rank == null || before == null ? 0 : before - rank;
        }

        Bullet planBar(Words words) {
            BigDecimal target = plan.value().target();
            double full = target == null ? 1 : target.doubleValue() * 1.15;
            return Bullet.of(plan.amount(), target, full, "main", plan.shown() + " · " + plan.target());
        }
    }

    /** All rows, the best first, and what the columns are called. */
    record Table(List<Row> rows, List<IndicatorDefinition> columns) {}

    Table table(List<TeamView> teams, Period period, Period previous, LocalDate until, Words words) {
        List<IndicatorChoice> columns = tiles.ofTeams();
        List<Long> ids = teams.stream().map(TeamView::id).toList();
        List<Period> periods = List.of(previous, period);
        List<IndicatorValue> values = new ArrayList<>(
                figures.values(FigureQuery.ofTeams(ids, columns, periods).alone()));
        values.addAll(areas.values(teams, columns.get(RANKED), periods, values));
        Readings readings = new Readings(values, periods, words);
        String ranked = columns.get(RANKED).code();
        Ranks ranks = Ranks.of(ids, readings, ranked, 1);
        Ranks ranksBefore = Ranks.of(ids, readings, ranked, 0);
        Map<Long, LocalDate> lastLogs = work.lastLogs(ids, until);
        List<Row> rows = new ArrayList<>();
        for (TeamView team : teams) {
            long id = team.id();
            rows.add(new Row(
                    team,
                    ranks.number(id),
                    ranks.shared(id),
                    ranksBefore.number(id),
                    readings.now(id, columns.get(PLAN).code()),
                    readings.now(id, columns.get(SHARE).code()),
                    readings.now(id, ranked),
                    readings.now(id, columns.get(COUNT).code()),
                    lastLogs.get(id)));
        }
        rows.sort(Comparator.comparing(Row::rank, Comparator.nullsLast(Comparator.naturalOrder())));
        return new Table(
                rows,
                rows.isEmpty()
                        ? List.of()
                        : columns.stream()
                                .map(it -> readings.now(ids.get(0), it.code())
                                        .value()
                                        .definition())
                                .toList());
    }
}
