package vn.tungnha.indicators;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The last day anything was logged in the field, or reported, for any number of places; places never heard of are absent. */
@Component
@RequiredArgsConstructor
class LastHeard {

    private static final String UNDER = """
            from unnest(:places) as w (place)
            join unit_closure c on c.ancestor_id = w.place and :day between c.valid_from and c.valid_to
            join unit_lineage l on l.to_id = c.descendant_id and :day between l.valid_from and l.valid_to
            """;

    private static final String VISITED = "select w.place, max(f.day) as day " + UNDER + """
            cross join lateral (
                select d.day from figure_daily d join measure m on m.id = d.measure_id and m.code = 'VISITS'
                where d.unit_id = l.from_id and d.grain = 'DAY' and d.day <= :day and d.amount > 0
                order by d.day desc limit 1) f
            group by w.place
            """;

    private static final String TEAM_VISITED = """
            select w.place, f.day from unnest(:places) as w (place)
            cross join lateral (
                select d.day from team_figure_daily d join measure m on m.id = d.measure_id and m.code = 'VISITS'
                where d.team_id = w.place and d.grain = 'DAY' and d.day <= :day and d.amount > 0
                order by d.day desc limit 1) f
            """;

    private static final String REPORTED = "select w.place, max(r.captured_on) as day " + UNDER + """
            join reported_value r on r.unit_id = l.from_id and r.measure_id = any(:measures) and r.replaced_at is null
                and r.amount is not null and r.captured_on <= :day
            group by w.place
            """;

    private final JdbcClient jdbc;

    Map<TargetPlace.Key, LocalDate> visits(Collection<TargetPlace> places, LocalDate day) {
        Map<TargetPlace.Key, LocalDate> heard = new HashMap<>();
        read(VISITED, places, false, List.of(), day, heard);
        read(TEAM_VISITED, places, true, List.of(), day, heard);
        return heard;
    }

    Map<TargetPlace.Key, LocalDate> reports(
            Collection<TargetPlace> places, Collection<Integer> measures, LocalDate day) {
        Map<TargetPlace.Key, LocalDate> heard = new HashMap<>();
        read(REPORTED, places, false, measures, day, heard);
        return heard;
    }

    private void read(
            String sql,
            Collection<TargetPlace> places,
            boolean teams,
            Collection<Integer> measures,
            LocalDate day,
            Map<TargetPlace.Key, LocalDate> heard) {
        Long[] ids = places.stream()
                .filter(it -> it.team() == teams)
                .map(TargetPlace::id)
                .toArray(Long[]::new);
        if (ids.length == 0) {
            return;
        }
        jdbc.sql(sql)
                .param("places", ids)
                .param("day", day)
                .param("measures", measures.toArray(Integer[]::new))
                .query(row -> {
                    heard.put(new TargetPlace.Key(row.getLong("place"), teams), row.getObject("day", LocalDate.class));
                });
    }
}
