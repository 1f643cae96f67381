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

    /** Residents and members of all these tellings; newcomers as they were told. */
    Map<UUID, String> of(Collection<VisitCommand> told) {
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
}
