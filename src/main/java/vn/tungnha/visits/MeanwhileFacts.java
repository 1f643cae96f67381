package vn.tungnha.visits;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the register says has changed around a visit: before it, unknown to its teller, or since. */
@Repository
@RequiredArgsConstructor
class MeanwhileFacts {

    /** Whether team area {@code a} holds the village of placement {@code p}, or what carries it on, on a day. */
    private static final String HOLDS = """
            (a.village_id = p.village_id
             or exists (select from unit_lineage l where l.from_id = p.village_id and l.to_id = a.village_id
                        and %1$s between l.valid_from and l.valid_to))
            """;

    private static final String IN_AREA_ON = """
            (%1$s between p.valid_from and p.valid_to and %1$s between a.valid_from and a.valid_to and """ + HOLDS + ")";

    private final JdbcClient jdbc;

    @Nullable
    Standing standing(UUID household) {
        return jdbc.sql("select ended_on, coalesce(end_reason = 'JOINED', false) as joined from household where id = ?")
                .param(household)
                .query(Standing.class)
                .optional()
                .orElse(null);
    }

    /** Whether the household was in the team's area on the visit's day, or when the phone looked. */
    boolean wasInArea(UUID household, long team, LocalDate day, LocalDate seen) {
        return jdbc.sql("""
                        select exists (select from household_placement p join team_area a on a.team_id = :team
                            where p.household_id = :household and (%s or %s))
                        """.formatted(IN_AREA_ON.formatted(":day"), IN_AREA_ON.formatted(":seen")))
                .param("household", household)
                .param("team", team)
                .param("day", day)
                .param("seen", seen)
                .query(Boolean.class)
                .single();
    }

    /** Whether the household was outside the team's area that day, but had been or is inside at another time. */
    boolean hadMovedAway(UUID household, long team, LocalDate day) {
        return jdbc.sql("""
                        select not exists (select from household_placement p join team_area a on a.team_id = :team
                                           where p.household_id = :household and %s)
                           and exists (select from household_placement p join team_area a on a.team_id = :team
                                       where p.household_id = :household and %s)
                        """.formatted(IN_AREA_ON.formatted(":day"), HOLDS.formatted(":day")))
                .param("household", household)
                .param("team", team)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /** Whether the village of the household had ended by that day without one certain successor. */
    boolean placeUnclear(UUID household, LocalDate day) {
        return jdbc.sql("""
                        select exists (select from household_placement p join unit u on u.id = p.village_id
                            where p.household_id = :household and :day between p.valid_from and p.valid_to
                              and u.valid_to < :day
                              and not exists (select from unit_lineage l where l.from_id = u.id and l.exact
                                              and :day between l.valid_from and l.valid_to))
                        """)
                .param("household", household)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /** The team that a merged one became by that day; null for a dissolved one. */
    @Nullable
    Long heirOf(long team, LocalDate day) {
        return jdbc.sql("""
                        with recursive heir (id, ended_on, next, n) as (
                            select id, ended_on, merged_into_id, 0 from team where id = :team and established_on <= :day
                            union all
                            select t.id, t.ended_on, t.merged_into_id, h.n + 1 from heir h join team t on t.id = h.next
                            where h.ended_on < :day and h.n < 20
                        )
                        select id from heir where ended_on >= :day and id <> :team limit 1
                        """)
                .param("team", team)
                .param("day", day)
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    /** Which of these are, or were, members of any team. */
    Set<UUID> formerMembers(Collection<UUID> members) {
        return jdbc.sql("select id from team_member where id = any(:members)")
                .param("members", members.toArray(UUID[]::new))
                .query(UUID.class)
                .set();
    }

    /** The same person as a member of the team that day, after a merger or a new term. */
    @Nullable
    UUID continued(UUID member, long team, LocalDate day) {
        return jdbc.sql("""
                        select n.id from team_member o
                        join team_member n on n.team_id = :team and :day between n.joined_on and n.left_on
                            and (n.account_id = o.account_id
                                 or n.name = o.name and n.phone is not distinct from o.phone)
                        where o.id = :member order by n.joined_on, n.id limit 1
                        """)
                .param("member", member)
                .param("team", team)
                .param("day", day)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    /** Those of these who are in the register at all, with what ties them to the household. */
    Map<UUID, Stray> strays(Collection<UUID> residents, UUID household, LocalDate day) {
        if (residents.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        select r.id, r.birth_year,
                               coalesce((select s.household_id from residence s
                                         where s.resident_id = r.id and :day between s.valid_from and s.valid_to),
                                        r.household_id) as household,
                               exists (select from residence s
                                       where s.resident_id = r.id and s.household_id = :household) as ever_there,
                               exists (select from residence s where s.resident_id = r.id
                                       and s.end_reason = 'DECEASED' and s.valid_to < :day) as deceased
                        from resident r where r.id = any(:residents)
                        """)
                .param("residents", residents.toArray(UUID[]::new))
                .param("household", household)
                .param("day", day)
                .query(Stray.class)
                .stream()
                .collect(Collectors.toMap(Stray::id, Function.identity()));
    }

    /** Whether another household or stall of the same name is in the register at this one's address. */
    boolean addressTaken(UUID household) {
        return jdbc.sql("""
                        select exists (select from household h
                            join household o on o.village_id = h.village_id and o.sort_key = h.sort_key and o.id <> h.id
                                and o.kind = h.kind and o.status = 'ACTIVE'
                                and (h.kind = 'HOUSEHOLD' or lower(o.label) is not distinct from lower(h.label))
                            where h.id = ?)
                        """).param(household).query(Boolean.class).single();
    }

    /** @param joined it went into another household */
    record Standing(LocalDate endedOn, boolean joined) {}

    /**
     * Somebody named who did not live in the visited household that day.
     *
     * @param household where they lived that day, else where they were last
     */
    record Stray(UUID id, @Nullable Integer birthYear, UUID household, boolean everThere, boolean deceased) {}
}
