package vn.tungnha.activities;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as it stands.
 *
 * @param level of its unit; null where it is one team's own
 * @param teams that take part; {@code shared} = the sum of their quotas
 */
public record CampaignView(
        UUID id,
        int version,
        String name,
        @Nullable Long unitId,
        @Nullable String unitName,
        @Nullable String level,
        @Nullable Long teamId,
        @Nullable String teamName,
        @Nullable String indicator,
        @Nullable Long goal,
        LocalDate firstDay,
        LocalDate lastDay,
        @Nullable String note,
        @Nullable String summary,
        @Nullable Instant closedAt,
        int teams,
        long shared) {

    public boolean closed() {
        return closedAt != null;
    }
}
