package vn.tungnha.units;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Derives closure and lineage from parents, areas and successions; all of it, or what some units touch. */
@Component
@RequiredArgsConstructor
class UnitPaths {

    /** Walks up from each unit, keeping the days on which every step of the way holds. */
    private static final String CLOSURE = """
            insert into unit_closure (ancestor_id, descendant_id, depth, valid_from, valid_to)
            with recursive path (ancestor_id, descendant_id, depth, valid_from, valid_to) as (
                select id, id, 0, valid_from, valid_to from unit where %s
                union all
                select l.parent_id, p.descendant_id, p.depth + 1,
                       greatest(p.valid_from, l.valid_from), least(p.valid_to, l.valid_to)
                from path p
                join unit_link l on l.child_id = p.ancestor_id and l.valid_from <= p.valid_to and l.valid_to >= p.valid_from
            )
            select ancestor_id, descendant_id, depth, lower(run), upper(run) - 1
            from (select ancestor_id, descendant_id, depth, unnest(range_agg(daterange(valid_from, valid_to, '[]'))) as run
                  from path group by ancestor_id, descendant_id, depth) joined
            """;

    /**
     * Follows each unit through its successions. A former district that ended without successors goes on in the area that
     * continues it. Where several ways lead to one unit their shares add up; a whole is certain whichever way it came. Nothing
     * is carried before it was handed over: what went into a unit that, as was decided later, had ended by then, goes on
     * with that unit's successors from the day of the handing over.
     */
    private static final String LINEAGE = """
            insert into unit_lineage (from_id, to_id, valid_from, valid_to, weight, exact)
            with recursive step (from_id, to_id, effective, weight, exact) as (
                select from_id, to_id, effective, weight, exact from unit_succession_share
                union all
                select a.continues_id, a.id, a.valid_from, 1, false from unit a
                where a.continues_id is not null
                  and not exists (select from unit_succession s where s.from_id = a.continues_id)
            ), path (from_id, to_id, valid_from, valid_to, weight, exact) as (
                select id, id, valid_from, valid_to, 1::numeric, true from unit where %s
                union all
                select p.from_id, s.to_id, greatest(s.effective, p.valid_from), u.valid_to, p.weight * s.weight,
                       p.exact and s.exact
                from path p
                join step s on s.from_id = p.to_id and s.effective > p.valid_to
                join unit u on u.id = s.to_id
            ), span as (
                select from_id, to_id, valid_from,
                       lead(valid_from) over (partition by from_id, to_id order by valid_from) - 1 as until
                from (select distinct from_id, to_id, valid_from from path where valid_to >= valid_from) beginning
            )
            select s.from_id, s.to_id, s.valid_from, coalesce(s.until, max(p.valid_to)), sum(p.weight),
                   bool_and(p.exact) or (count(*) > 1 and sum(p.weight) = 1)
            from span s
            join path p on p.from_id = s.from_id and p.to_id = s.to_id and p.valid_from <= s.valid_from
                and p.valid_to >= p.valid_from
            group by s.from_id, s.to_id, s.valid_from, s.until
            """;

    private final JdbcClient jdbc;

    void rebuildAll() {
        jdbc.sql("truncate unit_closure, unit_lineage").update();
        jdbc.sql(CLOSURE.formatted("true")).update();
        jdbc.sql(LINEAGE.formatted("true")).update();
        jdbc.sql("analyze unit, unit_version, unit_parent, unit_closure, unit_lineage")
                .update();
    }

    /** Removes what is derived of units that are about to go; tells whose paths must be built anew. */
    Set<Long> forget(Set<Long> touched, Set<Long> gone) {
        Long[] ids = touched.toArray(Long[]::new);
        Long[] leaving = gone.toArray(Long[]::new);
        Set<Long> near = new HashSet<>(touched);
        near.addAll(jdbc.sql("select from_id from unit_lineage where to_id = any(:ids) union"
                        + " select descendant_id from unit_closure where ancestor_id = any(:gone)")
                .param("ids", ids)
                .param("gone", leaving)
                .query(Long.class)
                .list());
        jdbc.sql("delete from unit_lineage where from_id = any(:gone) or to_id = any(:gone)")
                .param("gone", leaving)
                .update();
        jdbc.sql("delete from unit_closure where ancestor_id = any(:gone) or descendant_id = any(:gone)")
                .param("gone", leaving)
                .update();
        return near;
    }

    /** After the links or the life of these units changed: they and everything that ever was under them. */
    void rebuildClosure(Collection<Long> changed) {
        Long[] touched = jdbc.sql("""
                        with recursive below (id) as (
                            select unnest(:changed::bigint[])
                            union
                            select l.child_id from below b join unit_link l on l.parent_id = b.id
                        )
                        select id from below order by id
                        """)
                .param("changed", changed.toArray(Long[]::new))
                .query(Long.class)
                .list()
                .toArray(Long[]::new);
        jdbc.sql("delete from unit_closure where descendant_id = any(:ids)")
                .param("ids", touched)
                .update();
        jdbc.sql(CLOSURE.formatted("id = any(:ids)")).param("ids", touched).update();
    }

    /** After the life or the successors of these units changed: they and everything that went into them before. */
    void rebuildLineage(Collection<Long> changed) {
        Long[] touched = jdbc.sql("""
                        select unnest(:changed::bigint[]) union
                        select from_id from unit_lineage where to_id = any(:changed) order by 1
                        """)
                .param("changed", changed.toArray(Long[]::new))
                .query(Long.class)
                .list()
                .toArray(Long[]::new);
        jdbc.sql("delete from unit_lineage where from_id = any(:ids)")
                .param("ids", touched)
                .update();
        jdbc.sql(LINEAGE.formatted("id = any(:ids)")).param("ids", touched).update();
    }
}
