package vn.tungnha.closing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a locked period.
 *
 * @param reason why it was locked again; null for the first
 * @param late entries that came while it was the latest
 */
public record LockView(
        long id,
        int version,
        @Nullable String by,
        Instant lockedAt,
        @Nullable String reason,
        int late) {}
