package vn.tungnha.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A phone as one account uses it.
 *
 * @param oldestUnsentAt by the phone's clock
 * @param toldAt when the phone first heard that it was cut off
 */
public record DeviceRow(
        UUID accountId,
        String accountName,
        UUID id,
        UserAgent agent,
        Instant lastSeenAt,
        int unsent,
        @Nullable Instant oldestUnsentAt,
        @Nullable String release,
        @Nullable Instant revokedAt,
        @Nullable Instant toldAt) {

    public boolean revoked() {
        return revokedAt != null;
    }

    /** The phone has not heard of it yet, so it has not wiped itself. */
    public boolean restorable() {
        return revoked() && toldAt == null;
    }
}
