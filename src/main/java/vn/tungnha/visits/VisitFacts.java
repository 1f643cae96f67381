package vn.tungnha.visits;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the register says about a household, its people and a team on the day of a visit. */
@Repository
@RequiredArgsConstructor
class VisitFacts {

    private final JdbcClient jdbc;

    boolean teamExistsOn(long team, LocalDate day) {
        return jdbc.sql(
                        "select exists (select from team where id = :team and :day between established_on and ended_on)")
                .param("team", team)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    List<UUID> memberBehind(UUID account, long team, LocalDate day) {
        return jdbc.sql("""
                        select id from team_member
                        where account_id = :account and team_id = :team and :day between joined_on and left_on
                        order by joined_on, id limit 1
                        """)
                .param("account", account)
                .param("team", team)
                .param("day", day)
                .query(UUID.class)
                .list();
    }

    Set<UUID> membersOn(Collection<UUID> members, long team, LocalDate day) {
        return jdbc
                .sql("""
                        select id from team_member
                        where id = any(:members) and team_id = :team and :day between joined_on and left_on
                        """)
                .param("members", members.toArray(UUID[]::new))
                .param("team", team)
                .param("day", day)
                .query(UUID.class)
                .stream()
                .collect(Collectors.toSet());
    }

    /** Who of these lived in the household that day, or came into the register there only after it. */
    Map<UUID, Person> personsOn(Collection<UUID> residents, UUID household, LocalDate day) {
        return jdbc
                .sql("""
                        select r.id, r.birth_year from resident r
                        where r.id = any(:residents) and exists (
                            select from residence s
                            where s.resident_id = r.id and s.household_id = :household and :day <= s.valid_to
                              and (:day >= s.valid_from or not exists (
                                  select from residence e where e.resident_id = r.id and e.valid_from < s.valid_from)))
                        """)
                .param("residents", residents.toArray(UUID[]::new))
                .param("household", household)
                .param("day", day)
                .query((row, n) -> new Person(row.getObject("id", UUID.class), (Integer) row.getObject("birth_year")))
                .stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
    }

    /** Whether another account has noted this household on this day. */
    boolean notedByOther(UUID household, LocalDate day, UUID except, UUID account) {
        return jdbc.sql("""
                        select exists (select from visit
                            where household_id = :household and visited_on = :day and status <> 'WITHDRAWN' and place = 'HOME'
                              and id <> :except and recorded_by is distinct from :account)
                        """)
                .param("household", household)
                .param("day", day)
                .param("except", except)
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    boolean deskOf(UUID desk, long team) {
        return jdbc.sql("select exists (select from desk where id = :desk and team_id = :team)")
                .param("desk", desk)
                .param("team", team)
                .query(Boolean.class)
                .single();
    }

    record Person(UUID id, @Nullable Integer birthYear) {}
}
