package vn.tungnha.units.changes;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** What happened after a back-dated change's day and would be overwritten by it: that has to be undone first. */
@Component
@RequiredArgsConstructor
class LaterChanges {

    private final JdbcClient jdbc;
    private final Units units;

    /** A unit that takes over must still be there today; villages must not have come or gone since. */
    void requireNone(ChangePlan plan) {
        plan.parts().stream()
                .map(ChangePlan.Part::into)
                .filter(Objects::nonNull)
                .map(into -> units.get(into, plan.effective()))
                .filter(into -> !into.validTo().equals(Days.FOREVER))
                .findFirst()
                .ifPresent(into -> refuse(into, into.validTo()));
        for (long unit : plan.leaving()) {
            jdbc.sql("""
                            select p.child_id as unit_id, p.valid_from as day from unit_link p join unit u on u.id = p.child_id
                            where p.parent_id = :unit and p.valid_from > :day and p.valid_from > u.valid_from
                            union all
                            select p.child_id, p.valid_to + 1 from unit_link p join unit u on u.id = p.child_id
                            where p.parent_id = :unit and p.valid_to >= :day and p.valid_to < u.valid_to
                            limit 1
                            """)
                    .param("unit", unit)
                    .param("day", plan.effective())
                    .query(Moved.class)
                    .optional()
                    .ifPresent(moved -> refuse(units.get(moved.unitId(), moved.day()), moved.day()));
        }
    }

    /** Legal children, and communes of an area, on that day or later. */
    List<Long> children(long unit, LocalDate from) {
        return jdbc.sql("select distinct child_id from unit_link where parent_id = :unit and valid_to >= :from")
                .param("unit", unit)
                .param("from", from)
                .query(Long.class)
                .list();
    }

    private static void refuse(UnitView unit, LocalDate day) {
        throw RuleBroken.at("effective", "units.change.error.later", unit.fullName(), day);
    }

    private record Moved(long unitId, LocalDate day) {}
}
