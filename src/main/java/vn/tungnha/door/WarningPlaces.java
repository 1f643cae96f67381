package vn.tungnha.door;

import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.PlaceResolver;
import vn.tungnha.shared.NotFound;

/** A warning lies in the place it was written for; one for everybody in none. */
@Component
@RequiredArgsConstructor
class WarningPlaces implements PlaceResolver {

    private final JdbcClient jdbc;

    @Override
    public String kind() {
        return "warning";
    }

    @Override
    public Set<Long> unitsOf(String id) {
        try {
            return jdbc.sql("select coalesce(unit_id, -1) from scam_warning where id = ?")
                    .param(UUID.fromString(id))
                    .query(Long.class)
                    .optional()
                    .map(unit -> unit < 0 ? Set.<Long>of() : Set.of(unit))
                    .orElseThrow(() -> new NotFound("warning", id));
        } catch (IllegalArgumentException unreadable) {
            throw new NotFound("warning", id);
        }
    }
}
