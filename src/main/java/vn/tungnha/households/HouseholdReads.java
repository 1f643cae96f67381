package vn.tungnha.households;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Households and residents as records. */
@Component
@RequiredArgsConstructor
class HouseholdReads {

    /** Name and code of the village of placement {@code p}, and the code of its ward, on a day. */
    static final String NAMED_PLACE = """
            left join lateral (
                select v.code, v.name from unit_version v where v.unit_id = p.village_id
                order by :on between v.valid_from and v.valid_to desc, v.valid_from desc limit 1) v on true
            left join lateral (
                select w.code from unit_closure c
                join unit u on u.id = c.ancestor_id and u.level = 'COMMUNE'
                join unit_version w on w.unit_id = u.id and :on between w.valid_from and w.valid_to
                where c.descendant_id = p.village_id and :on between c.valid_from and c.valid_to limit 1) w on true
            """;

    private static final String RESIDENT = """
            select r.*, s.household_id as lives_in, s.stay, s.valid_from, s.valid_to
            from resident r join residence s on s.resident_id = r.id
            """;

    private final JdbcClient jdbc;

    @Nullable
    HouseholdView household(UUID id, LocalDate today) {
        return jdbc.sql("""
                        select h.*, p.village_id as at_village, v.code as village_code, v.name as village_name,
                               w.code as commune_code
                        from household h
                        join household_placement p on p.household_id = h.id and :on between p.valid_from and p.valid_to
                        """ + NAMED_PLACE + " where h.id = :id")
                .param("id", id)
                .param("on", today)
                .query((row, n) -> view(row, residents(id, min(today, row.getObject("ended_on", LocalDate.class)))))
                .optional()
                .orElse(null);
    }

    List<ResidentView> residents(UUID household, LocalDate on) {
        return residentsOf(List.of(household), on);
    }

    List<ResidentView> residentsOf(Collection<UUID> households, LocalDate on) {
        if (households.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(RESIDENT + """
                        where s.household_id in (:ids) and :on between s.valid_from and s.valid_to
                        order by r.householder desc, r.birth_year nulls last, r.search, r.id""")
                .param("ids", households)
                .param("on", on)
                .query(HouseholdReads::resident)
                .list();
    }

    /** Those who lived there before a day and do no more, the latest first. */
    List<ResidentView> formerResidents(UUID household, LocalDate day) {
        return jdbc.sql(RESIDENT + " where s.household_id = :id and s.valid_to < :day order by s.valid_to desc, r.id")
                .param("id", household)
                .param("day", day)
                .query(HouseholdReads::resident)
                .list();
    }

    /** The stay of the day, else the last one before it, else the first one to come. */
    @Nullable
    ResidentView resident(UUID id, LocalDate on) {
        return jdbc.sql(RESIDENT + """
                        where r.id = :id
                        order by :on between s.valid_from and s.valid_to desc, s.valid_from <= :on desc,
                                 case when s.valid_from <= :on then s.valid_to end desc, s.valid_from limit 1""")
                .param("id", id)
                .param("on", on)
                .query(HouseholdReads::resident)
                .optional()
                .orElse(null);
    }

    List<Placement> placements(UUID household) {
        return jdbc.sql("""
                        select p.village_id, v.name as village_name, p.valid_from, p.valid_to from household_placement p
                        left join lateral (
                            select name from unit_version where unit_id = p.village_id
                            order by p.valid_from between valid_from and valid_to desc, valid_from desc limit 1) v on true
                        where p.household_id = :id order by p.valid_from desc""").param("id", household).query(Placement.class).list();
    }

    /** As the lists have it; also of a household merged away. */
    long villageOf(UUID household) {
        return jdbc.sql("select village_id from household where id = ?")
                .param(household)
                .query(Long.class)
                .single();
    }

    private static LocalDate min(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static HouseholdView view(ResultSet row, List<ResidentView> residents) throws SQLException {
        return new HouseholdView(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                HouseholdKind.valueOf(row.getString("kind")),
                row.getLong("at_village"),
                row.getString("village_code"),
                row.getString("village_name"),
                row.getString("commune_code"),
                row.getString("alley"),
                row.getString("number"),
                row.getString("label"),
                row.getInt("children"),
                HouseholdStatus.valueOf(row.getString("status")),
                row.getObject("registered_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                row.getString("end_reason"),
                residents);
    }

    private static ResidentView resident(ResultSet row, int n) throws SQLException {
        String sex = row.getString("sex");
        return new ResidentView(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getObject("lives_in", UUID.class),
                row.getString("name"),
                row.getObject("birth_year", Integer.class),
                sex == null ? null : Sex.valueOf(sex),
                row.getBoolean("householder"),
                row.getObject("smartphone", Boolean.class),
                row.getString("phone_last3"),
                row.getString("citizen_last4"),
                ResidentStatus.valueOf(row.getString("status")),
                Stay.valueOf(row.getString("stay")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }
}
