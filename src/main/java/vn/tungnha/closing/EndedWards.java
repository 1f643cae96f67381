package vn.tungnha.closing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Communes that ended before a period was over: their days until then are locked on their own. */
@Component
@RequiredArgsConstructor
public class EndedWards {

    private final JdbcClient jdbc;
    private final Units units;

    /** Under a unit by the tree of their last day. */
    public List<UnitView> within(long unitId, LocalDate first, LocalDate last) {
        List<Long> ids = jdbc.sql("""
                        select distinct u.id from unit u
                        join unit_closure c on c.descendant_id = u.id and u.valid_to between c.valid_from and c.valid_to
                        where c.ancestor_id = :unit and u.level = 'COMMUNE' and u.valid_to >= :first and u.valid_to < :last
                        """)
                .param("unit", unitId)
                .param("first", first)
                .param("last", last)
                .query(Long.class)
                .list();
        return ids.isEmpty()
                ? List.of()
                : units.all(ids, last).values().stream()
                        .sorted(Comparator.comparing(UnitView::code))
                        .toList();
    }
}
