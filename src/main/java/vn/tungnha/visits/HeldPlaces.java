package vn.tungnha.visits;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.PlaceResolver;
import vn.tungnha.shared.NotFound;

/** Something held lies in the village whose ward decides about it, and belongs to the team that told it. */
@Component
@RequiredArgsConstructor
class HeldPlaces implements PlaceResolver {

    private final JdbcClient jdbc;

    @Override
    public String kind() {
        return "held";
    }

    @Override
    public Set<Long> unitsOf(String id) {
        return new HashSet<>(jdbc.sql("select village_id from held_visit where id = ? and village_id is not null")
                .param(known(id))
                .query(Long.class)
                .list());
    }

    @Override
    public Set<Long> teamsOf(String id) {
        return new HashSet<>(jdbc.sql("select team_id from held_visit where id = ? and team_id is not null")
                .param(known(id))
                .query(Long.class)
                .list());
    }

    private UUID known(String id) {
        try {
            UUID held = UUID.fromString(id);
            if (jdbc.sql("select exists (select from held_visit where id = ?)")
                    .param(held)
                    .query(Boolean.class)
                    .single()) {
                return held;
            }
        } catch (IllegalArgumentException unreadable) {
            // as unknown as any other
        }
        throw new NotFound("held visit", id);
    }
}
