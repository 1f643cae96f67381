package vn.tungnha.closing;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.indicators.FiguresChanged.Change;
import vn.tungnha.indicators.QuotaChanged;
import vn.tungnha.shared.Days;

/** Finds the locked periods whose figures a change moves, in their latest version. */
@Component
@RequiredArgsConstructor
class TouchedLocks {

    /**
     * Those of the communes that the unit, or what carries it, lay in on the last day both
     * know of. A stock is seen in every period that ends while it is known; a counted one is known from its day on.
     */
    private static final String LOCKS = """
            with c as (
                select e.n, e.unit, cast(e.first_day as date) as first_day, m.adds_over_time = 'STOCK' as stock,
                       case when m.adds_over_time = 'STOCK' and m.source = 'FIELD' then :forever else cast(e.last_day as date) end as last_day
                from unnest(cast(:units as bigint[]), cast(:measures as int[]), cast(:firsts as text[]), cast(:lasts as text[]))
                    with ordinality as e (unit, measure, first_day, last_day, n)
                join measure m on m.id = e.measure)
            select distinct c.n, l.id from c
            join unit_lineage i on i.from_id = c.unit
            join unit_closure x on x.descendant_id = i.to_id
            join period_lock l on l.unit_id = x.ancestor_id
                and c.first_day <= l.last_day and c.last_day >= case when c.stock then l.last_day else l.first_day end
            join unit u on u.id = l.unit_id
            where least(l.last_day, c.last_day, u.valid_to) between i.valid_from and i.valid_to
              and least(l.last_day, c.last_day, u.valid_to) between x.valid_from and x.valid_to
              and not exists (select from period_lock o where o.unit_id = l.unit_id and o.first_day = l.first_day
                              and o.last_day = l.last_day and o.version > l.version)
            """;

    /**
     * Of the unit itself, of the commune of a village, and of every commune under a unit above, as its figures are made of
     * theirs. In the target's period or a shorter one within it: by their last days, as periods may be cut elsewhere, and a
     * few days of their length make no difference.
     */
    private static final String LOCKS_OF_QUOTA = """
            select l.id, l.unit_id = :unit as own, v.full_name as place from period_lock l
            join unit_version v on v.unit_id = :unit
                and least(l.last_day, (select valid_to from unit where id = :unit)) between v.valid_from and v.valid_to
            where exists (select from unit_closure c where l.last_day between c.valid_from and c.valid_to
                      and (c.descendant_id = :unit and c.ancestor_id = l.unit_id
                           or c.ancestor_id = :unit and c.descendant_id = l.unit_id))
              and l.last_day between :first and :last and l.last_day - l.first_day <= :length + 3
              and exists (select from locked_figure f where f.lock_id = l.id and f.indicator_id = :indicator)
              and not exists (select from period_lock o where o.unit_id = l.unit_id and o.first_day = l.first_day
                              and o.last_day = l.last_day and o.version > l.version)
            order by l.id
            """;

    private final JdbcClient jdbc;

    /** The changes that fall into each lock. */
    Map<Long, List<Change>> by(List<Change> changes) {
        Map<Long, List<Change>> byLock = new TreeMap<>();
        jdbc.sql(LOCKS)
                .param("units", changes.stream().map(Change::unit).toArray(Long[]::new))
                .param("measures", changes.stream().map(Change::measure).toArray(Integer[]::new))
                .param(
                        "firsts",
                        changes.stream().map(it -> it.first().toString()).toArray(String[]::new))
                .param("lasts", changes.stream().map(it -> it.last().toString()).toArray(String[]::new))
                .param("forever", Days.FOREVER)
                .query((row, at) -> byLock.computeIfAbsent(row.getLong("id"), id -> new ArrayList<>())
                        .add(changes.get(row.getInt("n") - 1)))
                .list();
        return byLock;
    }

    /**
     * A lock that sees a changed quota.
     *
     * @param own whether it is the quota of the locked unit, and so moves a figure that was locked
     * @param place whose quota it is
     */
    record OfQuota(long id, boolean own, String place) {}

    List<OfQuota> by(QuotaChanged quota) {
        return jdbc.sql(LOCKS_OF_QUOTA)
                .param("unit", quota.unit())
                .param("indicator", quota.indicator())
                .param("first", quota.period().first())
                .param("last", quota.period().last())
                .param(
                        "length",
                        ChronoUnit.DAYS.between(
                                quota.period().first(), quota.period().last()))
                .query(OfQuota.class)
                .list();
    }
}
