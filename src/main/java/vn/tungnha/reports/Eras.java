package vn.tungnha.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.tungnha.units.UnitLevel;

/** Tells apart the times before and after each restructuring of a unit. */
@Service
@RequiredArgsConstructor
public class Eras {

    /**
     * A unit, what it continues or is continued by, and those of its own level that carried or carry its figures under the
     * same code. Each day on which one of their communes came or went begins an era.
     */
    private static final String ERAS = """
            with me as (
                select u.id, u.level, u.continues_id, v.code from unit u
                join unit_version v on v.unit_id = u.id where u.id = :id order by v.valid_from desc limit 1
            ), family as (
                select id from me
                union select continues_id from me where continues_id is not null
                union select u.id from unit u join me on u.continues_id = me.id
                union select u.id from me join unit_lineage l on l.from_id = me.id join unit u on u.id = l.to_id and u.level = me.level
                join unit_version v on v.unit_id = u.id and v.code = me.code
                union select u.id from me join unit_lineage l on l.to_id = me.id join unit u on u.id = l.from_id and u.level = me.level
                join unit_version v on v.unit_id = u.id and v.code = me.code
            ), held as (
                select c.ancestor_id as unit_id, c.descendant_id, c.valid_from, c.valid_to
                from unit_closure c join unit d on d.id = c.descendant_id and d.level = 'COMMUNE'
                where c.ancestor_id in (select id from family)
            ), edges as (
                select unit_id, valid_from as day from held union select unit_id, valid_to + 1 from held where valid_to < '9999-12-31'
            ), spans as (
                select unit_id, day as from_day, coalesce(lead(day) over (partition by unit_id order by day) - 1, '9999-12-31') as to_day
                from edges
            )
            select s.unit_id, v.code, u.level, s.from_day as "from", s.to_day as "to", count(distinct h.descendant_id) as communes
            from spans s
            join held h on h.unit_id = s.unit_id and s.from_day between h.valid_from and h.valid_to
            join unit u on u.id = s.unit_id
            join unit_version v on v.unit_id = u.id and s.from_day between v.valid_from and v.valid_to
            group by s.unit_id, v.code, u.level, s.from_day, s.to_day
            order by s.from_day
            """;

    private final JdbcClient jdbc;

    public List<Era> of(long unitId) {
        return jdbc.sql(ERAS)
                .param("id", unitId)
                .query((row, number) -> new Era(
                        row.getLong("unit_id"),
                        row.getString("code"),
                        UnitLevel.valueOf(row.getString("level")),
                        row.getObject("from", LocalDate.class),
                        row.getObject("to", LocalDate.class),
                        row.getInt("communes")))
                .list();
    }

    /** Areas that have a commune in common with a unit on a day, whole or not. */
    public List<Long> areasIn(long unitId, LocalDate on) {
        return jdbc.sql("""
                        select distinct a.ancestor_id from unit_closure a
                        join unit u on u.id = a.ancestor_id and u.level = 'AREA'
                        join unit_closure c on c.descendant_id = a.descendant_id and c.ancestor_id = :id
                            and :on between c.valid_from and c.valid_to
                        where a.depth = 1 and :on between a.valid_from and a.valid_to
                        """)
                .param("id", unitId)
                .param("on", on)
                .query(Long.class)
                .list();
    }

    /** Which of these units' figures each unit carries on a day. */
    public Map<Long, List<Long>> carriedBy(Collection<Long> units, LocalDate on) {
        Map<Long, List<Long>> carried = new HashMap<>();
        jdbc.sql(
                        "select to_id, from_id from unit_lineage where from_id = any(:units) and :on between valid_from and valid_to")
                .param("units", units.toArray(Long[]::new))
                .param("on", on)
                .query(row -> {
                    carried.computeIfAbsent(row.getLong("to_id"), id -> new ArrayList<>())
                            .add(row.getLong("from_id"));
                });
        return carried;
    }
}
