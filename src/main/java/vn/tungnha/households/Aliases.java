package vn.tungnha.households;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who an entry was found to be: whatever still names one that was merged away means the one that was kept. */
@Component
@RequiredArgsConstructor
public class Aliases {

    private final JdbcClient jdbc;

    /** Of these residents and households those that were merged away, with who they are now; the same ids serve for both. */
    public Map<UUID, UUID> of(Collection<UUID> ids) {
        Map<UUID, UUID> kept = new HashMap<>();
        if (ids.isEmpty()) {
            return kept;
        }
        jdbc.sql("""
                        select id, resident_kept(id) as kept from resident where id = any(:ids) and merged_into is not null
                        union all
                        select id, household_kept(id) from household where id = any(:ids) and merged_into is not null
                        """).param("ids", ids.toArray(UUID[]::new)).query(row -> {
            kept.put(row.getObject("id", UUID.class), row.getObject("kept", UUID.class));
        });
        return kept;
    }

    public UUID of(UUID id) {
        return of(Set.of(id)).getOrDefault(id, id);
    }
}
