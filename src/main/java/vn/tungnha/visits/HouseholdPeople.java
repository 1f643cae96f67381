package vn.tungnha.visits;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who lives in households, and what each already has: two statements, however many households. */
@Component
@RequiredArgsConstructor
class HouseholdPeople {

    private final JdbcClient jdbc;
    private final HolderStates states;

    /** By household, the householder first, then by age. */
    Map<UUID, List<Homes.Person>> of(Collection<UUID> households) {
        List<Row> rows = jdbc.sql("""
                        select id, household_id, name, birth_year, sex, householder from resident
                        where household_id = any(:households) and status = 'PRESENT'
                        order by household_id, householder desc, birth_year nulls last, id
                        """)
                .param("households", households.toArray(UUID[]::new))
                .query(Row.class)
                .list();
        Map<UUID, Map<String, HolderState>> held =
                states.of(rows.stream().map(Row::id).toList());
        Map<UUID, List<Homes.Person>> persons = new LinkedHashMap<>();
        for (Row row : rows) {
            persons.computeIfAbsent(row.householdId(), any -> new ArrayList<>())
                    .add(new Homes.Person(
                            row.id(),
                            row.name(),
                            row.birthYear(),
                            row.sex(),
                            row.householder(),
                            held.getOrDefault(row.id(), Map.of())));
        }
        return persons;
    }

    private record Row(
            UUID id,
            UUID householdId,
            @Nullable String name,
            @Nullable Integer birthYear,
            @Nullable String sex,
            boolean householder) {}
}
