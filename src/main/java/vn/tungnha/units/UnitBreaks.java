package vn.tungnha.units;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a unit's series break: the days on which others went into it, and the shares that are only estimated. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class UnitBreaks {

    private final JdbcClient jdbc;

    /** The last day after {@code after}, up to {@code until}, on which units went into this one. */
    public Optional<LocalDate> last(long unit, LocalDate after, LocalDate until) {
        return Optional.ofNullable(last(List.of(unit), after, until).get(unit));
    }

    /** The same of many, by unit; nothing of those into which none went. */
    public Map<Long, LocalDate> last(Collection<Long> units, LocalDate after, LocalDate until) {
        Map<Long, LocalDate> last = new HashMap<>();
        jdbc.sql("""
                        select to_id, max(effective) as day from unit_succession
                        where to_id = any(:units) and effective > :after and effective <= :until group by to_id
                        """)
                .param("units", units.toArray(Long[]::new))
                .param("after", after)
                .param("until", until)
                .query(row -> {
                    last.put(row.getLong("to_id"), row.getObject("day", LocalDate.class));
                });
        return last;
    }

    /**
     * By which shares ended units count for this one, or for what is under it, in the tree of a day, where the shares are
     * estimates; the smallest first. What is divided within the unit is whole again in its sum and left out.
     */
    public List<BigDecimal> estimates(long unit, LocalDate on) {
        return jdbc.sql("""
                        select distinct round(share, 2) as share from (
                            select l.from_id, sum(l.weight) as share
                            from unit_lineage l join unit_closure c on c.descendant_id = l.to_id
                            where c.ancestor_id = :unit and :day between c.valid_from and c.valid_to
                              and :day between l.valid_from and l.valid_to and not l.exact
                            group by l.from_id) carried
                        where share < 1 order by 1
                        """)
                .param("unit", unit)
                .param("day", on)
                .query(BigDecimal.class)
                .list();
    }
}
