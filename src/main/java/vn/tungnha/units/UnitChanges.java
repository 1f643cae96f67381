package vn.tungnha.units;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Audited;

/** What every change of units ends with: places under parents, names told apart, others told. */
@Component
@RequiredArgsConstructor
class UnitChanges {

    private final JdbcClient jdbc;
    private final UnitTables tables;
    private final VillageNames names;
    private final ApplicationEventPublisher events;

    /** Under the parent and what it becomes; wherever villages then meet a namesake, newcomers are told apart. */
    void place(Collection<Long> ids, long parentId, LocalDate from) {
        ids.forEach(id -> tables.place(id, parentId, from));
        jdbc.sql("""
                        select distinct parent_id as commune_id, valid_from as day from unit_parent
                        where unit_id = any(:ids) and valid_from >= :from order by valid_from, parent_id
                        """)
                .param("ids", ids.toArray(Long[]::new))
                .param("from", from)
                .query(Arrival.class)
                .list()
                .forEach(arrival -> names.settle(arrival.communeId(), arrival.day()));
    }

    /** Before and after: null for what was not or is no more. */
    void audit(String action, UnitView unit, @Nullable Object before, @Nullable Object after, @Nullable String reason) {
        events.publishEvent(new Audited(action, "unit", unit.code(), unit.id(), asMap(before), asMap(after), reason));
    }

    void changed(Collection<Long> ids) {
        events.publishEvent(new UnitsChanged(Set.copyOf(ids)));
    }

    private static @Nullable Object asMap(@Nullable Object value) {
        return value == null ? null : Map.of("value", value);
    }

    private record Arrival(long communeId, LocalDate day) {}
}
