package vn.tungnha.door;

import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.PlaceResolver;
import vn.tungnha.shared.NotFound;

/** A request lies in the ward that was asked, and belongs to the team it was given to. */
@Component
@RequiredArgsConstructor
class RequestPlaces implements PlaceResolver {

    private final JdbcClient jdbc;

    private record Asked(long wardId, @Nullable Long teamId) {}

    @Override
    public String kind() {
        return "request";
    }

    @Override
    public Set<Long> unitsOf(String id) {
        return Set.of(asked(id).wardId());
    }

    @Override
    public Set<Long> teamsOf(String id) {
        Long team = asked(id).teamId();
        return team == null ? Set.of() : Set.of(team);
    }

    private Asked asked(String id) {
        try {
            return jdbc.sql("select ward_id, team_id from citizen_request where id = ?")
                    .param(UUID.fromString(id))
                    .query(Asked.class)
                    .optional()
                    .orElseThrow(() -> new NotFound("request", id));
        } catch (IllegalArgumentException unreadable) {
            throw new NotFound("request", id);
        }
    }
}
