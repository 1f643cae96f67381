package vn.tungnha.households;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.RuleBroken;

/**
 * The dated rows of where households are and where residents live. A change from a day on splits the row of that day
 * and leaves what was entered for later days as it is.
 */
@Component
@RequiredArgsConstructor
class Spans {

    private final JdbcClient jdbc;

    void place(UUID household, long village) {
        jdbc.sql("insert into household_placement (household_id, village_id) values (:household, :village)")
                .param("household", household)
                .param("village", village)
                .update();
        goOnAfterMergers(household);
    }

    /** As {@link #place}, each where it says it is. */
    void placeAll(List<Household> households) {
        UUID[] ids = households.stream().map(Household::getId).toArray(UUID[]::new);
        jdbc.sql("""
                        insert into household_placement (household_id, village_id)
                        select * from unnest(:households, cast(:villages as bigint[]))""")
                .param("households", ids)
                .param(
                        "villages",
                        households.stream().map(Household::getVillageId).toArray(Long[]::new))
                .update();
        goOnAfterMergers(List.of(ids));
    }

    /** As {@link #settle}. */
    void settleAll(Map<Resident, ResidentCommand> residents, LocalDate from) {
        jdbc.sql("""
                        insert into residence (resident_id, household_id, stay, valid_from)
                        select resident, household, stay, :from
                        from unnest(:residents, :households, :stays) as s (resident, household, stay)""")
                .param(
                        "residents",
                        residents.keySet().stream().map(Resident::getId).toArray(UUID[]::new))
                .param(
                        "households",
                        residents.keySet().stream()
                                .map(Resident::getHouseholdId)
                                .toArray(UUID[]::new))
                .param(
                        "stays",
                        residents.values().stream()
                                .map(command -> command.stay().name())
                                .toArray(String[]::new))
                .param("from", from)
                .update();
    }

    /** After the last day of its village the household is in this part of it. */
    void goInto(UUID household, long village, long part) {
        LocalDate last = jdbc.sql("select valid_to from unit where id = ?")
                .param(village)
                .query((row, n) -> row.getObject("valid_to", LocalDate.class))
                .single();
        move(household, part, last.plusDays(1));
    }

    void move(UUID household, long village, LocalDate from) {
        Span now = jdbc.sql("""
                        select id, cast(village_id as text) as place, valid_from, valid_to from household_placement
                        where household_id = :of and :day between valid_from and valid_to""")
                .param("of", household)
                .param("day", from)
                .query(Span.class)
                .optional()
                .orElseThrow(() -> RuleBroken.at("day", "households.error.nowhere", from));
        if (now.place().equals(String.valueOf(village))) {
            throw RuleBroken.at("village", "households.error.already-there", from);
        }
        if (now.validFrom().equals(from)) {
            jdbc.sql("update household_placement set village_id = :village where id = :id")
                    .param("village", village)
                    .param("id", now.id())
                    .update();
        } else {
            jdbc.sql("update household_placement set valid_to = :last where id = :id")
                    .param("last", from.minusDays(1))
                    .param("id", now.id())
                    .update();
            jdbc.sql("""
                            insert into household_placement (household_id, village_id, valid_from, valid_to)
                            values (:household, :village, :from, :to)""")
                    .param("household", household)
                    .param("village", village)
                    .param("from", from)
                    .param("to", now.validTo())
                    .update();
        }
        goOnAfterMergers(household);
        joinNeighbours(household);
    }

    /** What is entered late for a village that has been merged since goes on where the village went. */
    void goOnAfterMergers(UUID household) {
        goOnAfterMergers(List.of(household));
    }

    private void goOnAfterMergers(Collection<UUID> households) {
        jdbc.sql("""
                        with beyond as (
                            select p.id, p.household_id, p.valid_to, u.id as village_id, u.valid_to as last
                            from household_placement p join unit u on u.id = p.village_id
                            where p.household_id = any(:households) and p.valid_from <= u.valid_to and p.valid_to > u.valid_to
                              and exists (select from unit_lineage l where l.from_id = u.id and l.valid_from = u.valid_to + 1
                                          and l.weight = 1)
                        ), cut as (
                            update household_placement p set valid_to = b.last from beyond b where p.id = b.id
                            returning b.household_id, b.village_id, b.last, b.valid_to
                        )
                        insert into household_placement (household_id, village_id, valid_from, valid_to)
                        select c.household_id, l.to_id, l.valid_from, least(l.valid_to, c.valid_to)
                        from cut c join unit_lineage l on l.from_id = c.village_id and l.to_id <> c.village_id and l.weight = 1
                        where l.valid_from > c.last and l.valid_from <= c.valid_to""").param("households", households.toArray(UUID[]::new)).update();
    }

    /** Empty where the village was split meanwhile and nobody has said into which part the household came. */
    Optional<Long> villageOf(UUID household, LocalDate on) {
        return jdbc.sql("""
                        select p.village_id from household_placement p join unit u on u.id = p.village_id
                        where p.household_id = :of and :day between p.valid_from and p.valid_to
                          and (u.valid_to >= :day or not exists (select from unit_lineage l where l.from_id = u.id
                               and l.to_id <> u.id and :day between l.valid_from and l.valid_to))""")
                .param("of", household)
                .param("day", on)
                .query(Long.class)
                .optional();
    }

    void settle(UUID resident, UUID household, Stay stay, LocalDate from) {
        insertStay(resident, household, stay, from, Days.FOREVER);
    }

    /** Lives there from a day on; whoever was nowhere comes back until the next stay entered. */
    void resettle(UUID resident, UUID household, Stay stay, LocalDate from) {
        Span now = stayOn(resident, from);
        if (now == null) {
            LocalDate until = jdbc.sql(
                            "select min(valid_from) from residence where resident_id = :of and valid_from > :day")
                    .param("of", resident)
                    .param("day", from)
                    .query((row, n) -> row.getObject(1, LocalDate.class))
                    .optional()
                    .map(next -> next.minusDays(1))
                    .orElse(Days.FOREVER);
            insertStay(resident, household, stay, from, until);
            return;
        }
        if (now.place().equals(household.toString())) {
            throw RuleBroken.at("household", "households.error.already-there", from);
        }
        if (now.validFrom().equals(from)) {
            jdbc.sql("update residence set household_id = :household, stay = :stay where id = :id")
                    .param("household", household)
                    .param("stay", stay.name())
                    .param("id", now.id())
                    .update();
        } else {
            jdbc.sql("update residence set valid_to = :last, end_reason = 'MOVED' where id = :id")
                    .param("last", from.minusDays(1))
                    .param("id", now.id())
                    .update();
            insertStay(resident, household, stay, from, now.validTo());
        }
    }

    /** The last day of the stay; refused when a later stay has been entered. */
    void leave(UUID resident, LocalDate lastDay, String reason) {
        Span now = stayOn(resident, lastDay);
        boolean later = jdbc.sql("select exists(select from residence where resident_id = :of and valid_from > :day)")
                .param("of", resident)
                .param("day", lastDay)
                .query(Boolean.class)
                .single();
        if (now == null || later) {
            throw RuleBroken.at("day", "households.error.no-stay-that-day", lastDay);
        }
        jdbc.sql("update residence set valid_to = :last, end_reason = :reason where id = :id")
                .param("last", lastDay)
                .param("reason", reason)
                .param("id", now.id())
                .update();
    }

    void describeStay(UUID resident, Stay stay, LocalDate on) {
        jdbc.sql("update residence set stay = :stay where resident_id = :of and :day between valid_from and valid_to")
                .param("stay", stay.name())
                .param("of", resident)
                .param("day", on)
                .update();
    }

    @Nullable
    UUID householdOf(UUID resident, LocalDate on) {
        Span stay = stayOn(resident, on);
        return stay == null ? null : UUID.fromString(stay.place());
    }

    private @Nullable Span stayOn(UUID resident, LocalDate day) {
        return jdbc.sql("""
                        select id, cast(household_id as text) as place, valid_from, valid_to from residence
                        where resident_id = :of and :day between valid_from and valid_to""")
                .param("of", resident)
                .param("day", day)
                .query(Span.class)
                .optional()
                .orElse(null);
    }

    private void insertStay(UUID resident, UUID household, Stay stay, LocalDate from, LocalDate to) {
        jdbc.sql("""
                        insert into residence (resident_id, household_id, stay, valid_from, valid_to)
                        values (:resident, :household, :stay, :from, :to)""")
                .param("resident", resident)
                .param("household", household)
                .param("stay", stay.name())
                .param("from", from)
                .param("to", to)
                .update();
    }

    /** Rows of the same village that follow each other become one. */
    private void joinNeighbours(UUID household) {
        jdbc.sql("""
                        with gone as (
                            delete from household_placement b using household_placement a
                            where a.household_id = :household and b.household_id = :household
                              and a.village_id = b.village_id and b.valid_from = a.valid_to + 1
                            returning a.id as kept, b.valid_to as until)
                        select kept, until from gone order by until""")
                .param("household", household)
                .query((row, n) -> new Object[] {row.getLong("kept"), row.getObject("until", LocalDate.class)})
                .list()
                .forEach(joined -> jdbc.sql("update household_placement set valid_to = :until where id = :id")
                        .param("until", joined[1])
                        .param("id", joined[0])
                        .update());
    }

    private record Span(long id, String place, LocalDate validFrom, LocalDate validTo) {}
}
