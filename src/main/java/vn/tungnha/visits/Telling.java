package vn.tungnha.visits;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How something reached us.
 *
 * @param phone told on a phone that may have been without network for days: it could not know what changed meanwhile
 * @param seenAt when the phone last took a snapshot of the register, by our clock; null = never told
 * @param ahead by how much the phone's clock ran ahead of ours; zero when it was right, negative when it was behind
 * @param revoked the ward had taken this phone off its list
 * @param origin at the door, from paper or at a desk
 */
public record Telling(boolean phone, @Nullable Instant seenAt, Duration ahead, boolean revoked, Origin origin) {

    /** Smaller differences are no wrong clock. */
    private static final Duration RIGHT_ENOUGH = Duration.ofMinutes(2);

    /** On a page or by a program, at this moment. */
    public static Telling now() {
        return of(Origin.PHONE);
    }

    static Telling of(Origin origin) {
        return new Telling(false, null, Duration.ZERO, false, origin);
    }

    /** @param sentAt what the phone's clock said when it sent this */
    public static Telling byPhone(
            @Nullable Instant sentAt, Instant receivedAt, @Nullable Instant seenAt, boolean revoked) {
        Duration ahead = sentAt == null ? Duration.ZERO : Duration.between(receivedAt, sentAt);
        return new Telling(
                true, seenAt, ahead.abs().compareTo(RIGHT_ENOUGH) > 0 ? ahead : Duration.ZERO, revoked, Origin.PHONE);
    }

    /** What the phone's clock said, by ours. */
    Instant right(Instant told) {
        return told.minus(ahead);
    }

    public boolean clockWrong() {
        return !ahead.isZero();
    }
}
