package vn.tungnha.indicators;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.indicators.MeasureView.Adding;
import vn.tungnha.indicators.MeasureView.Source;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Period.Grain;

/** Adds up the live counters for any number of spots, a handful of statements in all. */
@Component
@RequiredArgsConstructor
class FieldFigures {

    /** Every unit whose counters belong to a spot: under it in the tree of its day, or carried there by succession. */
    static final String PINNED_ROOF = """
            , roof as (
                select w.n, w.first_day, w.last_day, w.grain, l.from_id as unit_id, l.weight, l.exact,
                       w.first_day as from_day, w.last_day as to_day
                from w
                join unit_closure c on c.ancestor_id = w.place and w.day between c.valid_from and c.valid_to
                join unit_lineage l on l.to_id = c.descendant_id and w.day between l.valid_from and l.valid_to)
            """;

    /** The same by each day's own tree: with the days on which it belonged there. */
    static final String THEN_ROOF = """
            , roof as (
                select w.n, w.first_day, w.last_day, w.grain, l.from_id as unit_id, l.weight, l.exact,
                       greatest(w.first_day, c.valid_from, l.valid_from) as from_day,
                       least(w.last_day, c.valid_to, l.valid_to) as to_day
                from w
                join unit_closure c on c.ancestor_id = w.place and c.valid_from <= w.last_day and c.valid_to >= w.first_day
                join unit_lineage l on l.to_id = c.descendant_id and l.valid_from <= w.last_day and l.valid_to >= w.first_day)
            """;

    /** A team's area. */
    private static final String AREA_ROOF = """
            , roof as (
                select w.n, w.first_day, w.last_day, w.grain, l.from_id as unit_id, l.weight, l.exact,
                       w.first_day as from_day, w.last_day as to_day
                from w
                join team_area a on a.team_id = w.place and w.day between a.valid_from and a.valid_to
                join unit_lineage l on l.to_id = a.village_id and w.day between l.valid_from and l.valid_to)
            """;

    private static final String FLOWS = """
            select r.n, f.measure_id, sum(f.amount * r.weight) as amount, bool_and(r.exact) as exact
            from roof r
            join figure_daily f on f.unit_id = r.unit_id and f.measure_id = any(:flows) and f.grain = 'DAY'
                and f.day between r.from_day and r.to_day
            group by r.n, f.measure_id
            union all
            select r.n, f.measure_id, sum(f.amount * r.weight), bool_and(r.exact)
            from roof r
            join figure_daily f on f.unit_id = r.unit_id and f.measure_id = any(:distincts) and f.grain = r.grain
                and f.day between r.from_day and r.to_day
            group by r.n, f.measure_id
            """;

    /**
     * Stocks of many periods in one pass: each day's change falls into the slot before the first period end that sees it,
     * and a period takes every slot before its own end.
     */
    private static final String STOCKS = """
            , ends as materialized (select array_agg(distinct last_day + 1 order by last_day + 1) as bounds from w)
            , held as materialized (
                select f.unit_id, f.measure_id, width_bucket(f.day, e.bounds) as slot, sum(f.amount) as amount
                from figure_daily f cross join ends e
                where f.unit_id in (select unit_id from roof) and f.measure_id = any(:stocks) and f.grain = 'DAY'
                group by f.unit_id, f.measure_id, slot)
            , seen as materialized (
                select r.n, r.unit_id, r.weight, r.exact, array_position(e.bounds, r.last_day + 1) as until
                from roof r cross join ends e)
            select s.n, h.measure_id, sum(h.amount * s.weight) as amount, bool_and(s.exact) as exact
            from seen s join held h on h.unit_id = s.unit_id and h.slot < s.until
            group by s.n, h.measure_id
            """;

    /** Places with any field work behind them. */
    private static final String WORKED = """
            union all
            select n, null, 0, true from roof r
            where exists (select from figure_daily f where f.unit_id = r.unit_id and f.day <= r.last_day)
            group by n
            """;

    private static final String TEAM_FLOWS = """
            select w.n, f.measure_id, sum(f.amount) as amount, true as exact
            from w join team_figure_daily f on f.team_id = w.place and f.day between w.first_day and w.last_day
                and ((f.measure_id = any(:flows) and f.grain = 'DAY') or (f.measure_id = any(:distincts) and f.grain = w.grain))
            group by w.n, f.measure_id
            """;

    private static final String TEAM_STOCKS = """
            select w.n, f.measure_id, sum(f.amount) as amount, true as exact
            from w join team_figure_daily f on f.team_id = w.place and f.measure_id = any(:stocks) and f.grain = 'DAY'
                and f.day <= w.last_day
            group by w.n, f.measure_id
            """;

    private final JdbcClient jdbc;
    private final DistinctRuns runs;
    private final Clock clock;

    void read(List<Spot> spots, Collection<MeasureView> measures, Parts parts) {
        List<MeasureView> field =
                measures.stream().filter(it -> it.source() == Source.FIELD).toList();
        if (field.isEmpty()) {
            return;
        }
        List<Spot> teams = only(spots, Spot::ofTeam);
        List<Spot> then = only(spots, it -> !it.ofTeam() && !it.pinned());
        List<Spot> pinned = only(spots, it -> !it.ofTeam() && it.pinned());
        List<Spot> units = only(spots, it -> !it.ofTeam());
        Map<Boolean, List<MeasureView>> byTeam = field.stream()
                .collect(Collectors.partitioningBy(
                        it -> it.basis() != null && MeasureView.OF_TEAMS.contains(it.basis())));
        add(then, field, THEN_ROOF + FLOWS, parts);
        add(pinned, field, PINNED_ROOF + FLOWS, parts);
        add(units, field, PINNED_ROOF + STOCKS + WORKED, parts);
        add(teams, field, TEAM_FLOWS, parts);
        add(teams, byTeam.getOrDefault(true, List.of()), TEAM_STOCKS, parts);
        add(teams, byTeam.getOrDefault(false, List.of()), AREA_ROOF + STOCKS + WORKED, parts);
        teams.forEach(team -> parts.worked(team.n()));
        runs.read(cumulative(then), field, THEN_ROOF, parts);
        runs.read(cumulative(pinned), field, PINNED_ROOF, parts);
        runs.readTeams(cumulative(teams), field, parts);
        registered(then, pinned, units, teams, only(field), parts);
    }

    /** The same sums over what the registers say, which no counter keeps. */
    private void registered(
            List<Spot> then,
            List<Spot> pinned,
            List<Spot> units,
            List<Spot> teams,
            List<MeasureView> measures,
            Parts parts) {
        if (measures.isEmpty()) {
            return;
        }
        add(then, measures, THEN_ROOF + Registers.OF_ROOF + Registers.reading(FLOWS), parts);
        add(pinned, measures, PINNED_ROOF + Registers.OF_ROOF + Registers.reading(FLOWS), parts);
        add(units, measures, PINNED_ROOF + Registers.OF_ROOF + Registers.reading(STOCKS), parts);
        add(teams, measures, Registers.OF_TEAMS + Registers.reading(TEAM_FLOWS), parts);
        add(teams, measures, AREA_ROOF + Registers.OF_ROOF + Registers.reading(STOCKS), parts);
    }

    private static List<MeasureView> only(List<MeasureView> field) {
        return field.stream()
                .filter(it -> it.basis() != null && Registers.BASES.contains(it.basis()))
                .toList();
    }

    private void add(List<Spot> spots, Collection<MeasureView> measures, String statement, Parts parts) {
        if (spots.isEmpty()) {
            return;
        }
        Map<String, Object> ids = Map.of(
                "flows", ids(measures, Adding.FLOW),
                "stocks", ids(measures, Adding.STOCK),
                "distincts", ids(measures, Adding.DISTINCT));
        jdbc.sql(SpotParams.W + statement)
                .params(SpotParams.of(spots))
                .params(ids)
                .param("today", Days.today(clock))
                .query(row -> {
                    int measure = row.getInt("measure_id");
                    if (row.wasNull()) {
                        parts.worked(row.getInt("n"));
                    } else {
                        parts.add(
                                row.getInt("n"),
                                measure,
                                new Part(row.getBigDecimal("amount"), row.getBoolean("exact"), null));
                    }
                });
    }

    static Integer[] ids(Collection<MeasureView> measures, Adding adding) {
        return measures.stream()
                .filter(it -> it.adds(adding))
                .map(MeasureView::id)
                .toArray(Integer[]::new);
    }

    private static List<Spot> cumulative(List<Spot> spots) {
        return only(spots, it -> it.period().grain() == Grain.CUMULATIVE);
    }

    private static List<Spot> only(List<Spot> spots, Predicate<Spot> wanted) {
        return spots.stream().filter(wanted).toList();
    }
}
