package vn.tungnha.gateway;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One subscription.
 *
 * @param unit code of the unit whose communes it hears of, null = all
 * @param waiting messages still to be delivered
 * @param givenUp messages that could not be delivered
 */
public record WebhookRow(
        UUID id,
        String name,
        String url,
        @Nullable Long unitId,
        @Nullable String unit,
        List<WebhookEvent> events,
        boolean enabled,
        String createdBy,
        Instant createdAt,
        int waiting,
        int givenUp,
        @Nullable Instant deliveredAt) {}
