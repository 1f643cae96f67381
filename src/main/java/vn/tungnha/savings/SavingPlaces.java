package vn.tungnha.savings;

import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.PlaceResolver;
import vn.tungnha.shared.NotFound;

/** A line lies in its unit. */
@Component
@RequiredArgsConstructor
class SavingPlaces implements PlaceResolver {

    private final JdbcClient jdbc;

    @Override
    public String kind() {
        return "saving";
    }

    @Override
    public Set<Long> unitsOf(String id) {
        return Set.of(jdbc.sql("select unit_id from faster_procedure where id = ?")
                .param(key(id))
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new NotFound("saving", id)));
    }

    private static UUID key(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException unreadable) {
            throw new NotFound("saving", id);
        }
    }
}
