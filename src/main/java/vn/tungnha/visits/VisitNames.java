package vn.tungnha.visits;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the people of a visit are called. */
@Component
@RequiredArgsConstructor
class VisitNames {

    private final JdbcClient jdbc;

    /** Of all these tellings. */
    ToldNames of(Collection<VisitCommand> told) {
        return new ToldNames(people(told), homes(told), teams(told));
    }

    private Map<UUID, String> people(Collection<VisitCommand> told) {
        Set<UUID> residents = new HashSet<>();
        Set<UUID> members = new HashSet<>();
        Map<UUID, String> names = new HashMap<>();
        told.forEach(one -> {
            residents.addAll(one.persons());
            members.addAll(one.memberIds());
            one.newResidents().forEach(fresh -> {
                if (fresh.name() != null) {
                    names.put(fresh.id(), fresh.name());
                }
            });
        });
        jdbc.sql("""
                        select id, name from resident where id = any(:residents) and name is not null
                        union all select id, name from team_member where id = any(:members)
                        """)
                .param("residents", residents.toArray(UUID[]::new))
                .param("members", members.toArray(UUID[]::new))
                .query(row -> {
                    names.put(row.getObject("id", UUID.class), row.getString("name"));
                });
        return names;
    }

    private Map<UUID, ToldNames.Home> homes(Collection<VisitCommand> told) {
        Map<UUID, ToldNames.Home> homes = new HashMap<>();
        told.forEach(one -> {
            VisitCommand.NewHousehold fresh = one.newHousehold();
            if (fresh != null) {
                homes.put(one.householdId(), new ToldNames.Home(fresh.alley(), fresh.number()));
            }
        });
        jdbc.sql("select id, alley, number from household where id = any(:ids)")
                .param("ids", told.stream().map(VisitCommand::householdId).toArray(UUID[]::new))
                .query(row -> {
                    homes.put(
                            row.getObject("id", UUID.class),
                            new ToldNames.Home(row.getString("alley"), row.getString("number")));
                });
        return homes;
    }

    private Map<Long, String> teams(Collection<VisitCommand> told) {
        Map<Long, String> teams = new HashMap<>();
        jdbc.sql("select id, name from team where id = any(:ids)")
                .param("ids", told.stream().map(VisitCommand::teamId).toArray(Long[]::new))
                .query(row -> {
                    teams.put(row.getLong("id"), row.getString("name"));
                });
        return teams;
    }
}
