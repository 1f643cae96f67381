package vn.tungnha.households;

import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.RuleBroken;

/** Whether a ward lets its people ask for citizen numbers; off unless it says otherwise. */
@Component
@RequiredArgsConstructor
class CitizenNumbers {

    private final JdbcClient jdbc;
    private final Clock clock;

    boolean askedIn(long villageId) {
        return jdbc.sql("""
                        select exists(
                            select from unit_lineage l
                            join unit_closure c on c.descendant_id = l.to_id and :today between c.valid_from and c.valid_to
                            join household_ward_setting s on s.commune_id = c.ancestor_id and s.citizen_numbers
                            where l.from_id = :village and :today between l.valid_from and l.valid_to)""")
                .param("village", villageId)
                .param("today", Days.today(clock))
                .query(Boolean.class)
                .single();
    }

    boolean isOn(long communeId) {
        return jdbc.sql("select exists(select from household_ward_setting where commune_id = :id and citizen_numbers)")
                .param("id", communeId)
                .query(Boolean.class)
                .single();
    }

    void turn(long communeId, boolean on) {
        jdbc.sql("""
                        insert into household_ward_setting (commune_id, citizen_numbers) values (:id, :on)
                        on conflict (commune_id) do update set citizen_numbers = excluded.citizen_numbers""").param("id", communeId).param("on", on).update();
    }

    void requireAllowed(@Nullable String number, long villageId) {
        if (number != null && !number.isBlank() && !askedIn(villageId)) {
            throw RuleBroken.at("citizenNumber", "households.error.citizen-number-off");
        }
    }
}
