package vn.tungnha.closing;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.units.ClosedPeriods;

/** Units do not change, nor change back, within a period that their commune has locked. */
@Component
@RequiredArgsConstructor
class LockedForUnits implements ClosedPeriods {

    private final JdbcClient jdbc;

    @Override
    public Optional<Closed> firstClosed(LocalDate since, Set<Long> units) {
        return jdbc.sql("""
                        select l.first_day as first, l.last_day as last from period_lock l
                        where l.last_day >= :since and l.unit_id in (
                            select c.ancestor_id from unit_closure c
                            where c.descendant_id = any(:units) and c.valid_to >= :since::date - 1)
                        order by l.last_day limit 1
                        """)
                .param("since", since)
                .param("units", units.toArray(Long[]::new))
                .query(Closed.class)
                .optional();
    }
}
