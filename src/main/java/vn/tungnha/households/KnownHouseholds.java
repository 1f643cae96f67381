package vn.tungnha.households;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the register already has at the addresses a file names, read village by village. */
@RequiredArgsConstructor
class KnownHouseholds {

    private final JdbcClient jdbc;
    private final LocalDate today;

    private final Set<Long> read = new HashSet<>();
    private final Map<String, UUID> households = new HashMap<>();
    private final Map<String, Integer> people = new HashMap<>();
    private final Set<UUID> headed = new HashSet<>();

    @Nullable
    UUID at(PersonRow row) {
        if (read.add(row.villageId())) {
            read(row.villageId());
        }
        return households.get(row.address());
    }

    /** Whether somebody of this name and birth year lives there; each is found once. */
    boolean livesThere(PersonRow row, ResidentCommand person) {
        String key = row.address() + "|" + PersonRow.person(person.name(), person.birthYear());
        Integer left = people.get(key);
        if (left == null || left == 0) {
            return false;
        }
        people.put(key, left - 1);
        return true;
    }

    boolean hasHead(PersonRow row) {
        UUID household = at(row);
        return household != null && headed.contains(household);
    }

    private void read(long village) {
        jdbc.sql("""
                        select h.id, h.kind, h.alley, h.number from household h
                        join household_placement p on p.household_id = h.id and :today between p.valid_from and p.valid_to
                        where p.village_id = :village and h.status = 'ACTIVE' order by h.created_at, h.id""").param("today", today).param("village", village).query(row -> {
            households.putIfAbsent(
                    PersonRow.address(village, row.getString("kind"), row.getString("alley"), row.getString("number")),
                    row.getObject("id", UUID.class));
        });
        jdbc.sql("""
                        select h.id, h.kind, h.alley, h.number, r.name, r.birth_year, r.householder from household h
                        join household_placement p on p.household_id = h.id and :today between p.valid_from and p.valid_to
                        join residence s on s.household_id = h.id and :today between s.valid_from and s.valid_to
                        join resident r on r.id = s.resident_id
                        where p.village_id = :village and h.status = 'ACTIVE'""").param("today", today).param("village", village).query(row -> {
            String address =
                    PersonRow.address(village, row.getString("kind"), row.getString("alley"), row.getString("number"));
            if (row.getBoolean("householder")) {
                headed.add(row.getObject("id", UUID.class));
            }
            Integer birthYear = row.getObject("birth_year", Integer.class);
            people.merge(address + "|" + PersonRow.person(row.getString("name"), birthYear), 1, Integer::sum);
        });
    }
}
