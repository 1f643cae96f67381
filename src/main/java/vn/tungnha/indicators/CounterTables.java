package vn.tungnha.indicators;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The two tables of counters: adding to them, filling them anew, and comparing them with the raw log. */
@Component
@RequiredArgsConstructor
class CounterTables {

    /** All contributions, as rows of the table asked for. */
    private static final String ALL = """
            select %1$s as place, measure_id, grain, day, sum(amount)::bigint as amount
            from (select unit_id, team_id, measure_id, grain, day, amount from household_contribution
                  union all select unit_id, team_id, measure_id, grain, day, amount from person_contribution
                  union all select unit_id, team_id, measure_id, grain, day, amount from team_contribution) c
            where %1$s is not null %2$s
            group by 1, 2, 3, 4
            having sum(amount) <> 0
            """;

    private final JdbcClient jdbc;

    void add(Map<CounterKey, Long> differences) {
        add("figure_daily", "unit_id", differences, false);
        add("team_figure_daily", "team_id", differences, true);
    }

    private void add(String table, String place, Map<CounterKey, Long> differences, boolean ofTeam) {
        List<CounterKey> keys = differences.keySet().stream()
                .filter(key -> key.ofTeam() == ofTeam)
                .toList();
        if (keys.isEmpty()) {
            return;
        }
        Map<String, Object> rows = Map.of(
                "places", keys.stream().map(CounterKey::place).toArray(Long[]::new),
                "measures", keys.stream().map(CounterKey::measure).toArray(Integer[]::new),
                "grains", keys.stream().map(CounterKey::grain).toArray(String[]::new),
                "days", keys.stream().map(key -> Date.valueOf(key.day())).toArray(Date[]::new),
                "amounts", keys.stream().map(differences::get).toArray(Long[]::new));
        List<Long> amounts = jdbc.sql("""
                        insert into %1$s (%2$s, measure_id, grain, day, amount)
                        select place, measure_id, grain, day, amount
                        from unnest(:places, :measures, :grains, :days, :amounts) with ordinality
                            as d (place, measure_id, grain, day, amount, position)
                        order by position
                        on conflict (%2$s, measure_id, grain, day) do update set amount = %1$s.amount + excluded.amount
                        returning %1$s.amount
                        """.formatted(table, place))
                .params(rows)
                .query(Long.class)
                .list();
        if (amounts.contains(0L)) {
            dropZeros(table, place, rows);
        }
    }

    /** A row, even of 0, says there is field work at a place: what was taken back leaves none, as after a refill. */
    private void dropZeros(String table, String place, Map<String, Object> rows) {
        jdbc.sql("""
                        delete from %1$s t
                        using unnest(:places, :measures, :grains, :days) as d (place, measure_id, grain, day)
                        where t.%2$s = d.place and t.measure_id = d.measure_id and t.grain = d.grain and t.day = d.day
                          and t.amount = 0
                        """.formatted(table, place)).params(rows).update();
    }

    /** Reads the raw log once. */
    void refill() {
        jdbc.sql("drop table if exists recount").update();
        readAllAtOnce(true);
        jdbc.sql("""
                        create temporary table recount on commit drop as
                        select unit_id, team_id, measure_id, grain, day, sum(amount)::bigint as amount
                        from (select unit_id, team_id, measure_id, grain, day, amount from household_contribution
                              union all select unit_id, team_id, measure_id, grain, day, amount from person_contribution
                              union all select unit_id, team_id, measure_id, grain, day, amount from team_contribution) c
                        group by 1, 2, 3, 4, 5
                        """).update();
        jdbc.sql("truncate figure_daily, team_figure_daily").update();
        fill("figure_daily", "unit_id");
        fill("team_figure_daily", "team_id");
        jdbc.sql("delete from measure_count").update();
        readAllAtOnce(false);
    }

    /**
     * The planner takes the views for small, as they are when asked for a few subjects, and would look up placements one
     * by one: for a whole province it is told to hash, with memory to sort in.
     */
    private void readAllAtOnce(boolean all) {
        jdbc.sql("set local enable_nestloop = " + (all ? "off" : "default")).update();
        jdbc.sql("set local jit = " + (all ? "off" : "default")).update();
        jdbc.sql("set local work_mem = " + (all ? "'64MB'" : "default")).update();
    }

    private void fill(String table, String place) {
        jdbc.sql("""
                        insert into %1$s (%2$s, measure_id, grain, day, amount)
                        select %2$s, measure_id, grain, day, sum(amount) from recount
                        where %2$s is not null group by 1, 2, 3, 4 having sum(amount) <> 0
                        order by 1, 2, 3, 4
                        """.formatted(table, place)).update();
        jdbc.sql("analyze " + table).update();
    }

    /** Counters that differ from what the raw log says, at most {@code limit} of them. */
    List<Difference> differences(int limit) {
        readAllAtOnce(true);
        return jdbc.sql("select * from (" + compared("figure_daily", "unit_id", "unit") + " union all "
                        + compared("team_figure_daily", "team_id", "team") + ") d order by 1, 2, 3, 4, 5 limit :limit")
                .param("limit", limit)
                .query(Difference.class)
                .list();
    }

    private static String compared(String table, String place, String kind) {
        return """
                select '%3$s' as kind, place, (select code from measure where id = measure_id) as measure, grain, day,
                       coalesce(t.amount, 0) as counted, coalesce(r.amount, 0) as recounted
                from (select %2$s as place, measure_id, grain, day, amount from %1$s) t
                full join (%4$s) r using (place, measure_id, grain, day)
                where coalesce(t.amount, 0) <> coalesce(r.amount, 0)
                  and measure_id not in (select measure_id from measure_count)
                """.formatted(table, place, kind, ALL.formatted(place, ""));
    }

    /** A counter and what it should be. */
    record Difference(
            String kind, long place, String measure, String grain, LocalDate day, long counted, long recounted) {}
}
