package vn.tungnha.visits;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Days;

/**
 * How something reached us.
 *
 * @param seenAt when the phone last took a snapshot of the register, by our clock; null = never told
 * @param toldAt when it was told, by our clock as far as we know; null = now
 * @param ahead by how much the phone's clock ran ahead of ours; zero when it was right, negative when it was behind
 * @param wall the moments told are the ward's own time - from a page of ours, or typed in - however wrong the phone's clock
 * @param revoked the ward had taken this phone off its list
 * @param origin at the door, from paper or at a desk
 */
public record Telling(
        Channel channel,
        @Nullable Instant seenAt,
        @Nullable Instant toldAt,
        Duration ahead,
        boolean wall,
        boolean revoked,
        Origin origin) {

    /** Smaller differences are no wrong clock. */
    private static final Duration RIGHT_ENOUGH = Duration.ofMinutes(2);

    /** Who is at the other end, and what it can be asked. */
    public enum Channel {
        /** A program: what is wrong is refused, and it tries anew. */
        PROGRAM,
        /** Somebody at a page, with the register as it was when the page was opened. */
        PAGE,
        /** A queue that may be days old. */
        PHONE,
        /** The ward, deciding about what was held. */
        WARD
    }

    public static Telling byProgram() {
        return new Telling(Channel.PROGRAM, null, null, Duration.ZERO, false, false, Origin.PHONE);
    }

    static Telling of(Origin origin) {
        return new Telling(Channel.PROGRAM, null, null, Duration.ZERO, false, false, origin);
    }

    public static Telling onPage() {
        return new Telling(Channel.PAGE, null, null, Duration.ZERO, false, false, Origin.PHONE);
    }

    static Telling byWard() {
        return new Telling(Channel.WARD, null, null, Duration.ZERO, false, false, Origin.PHONE);
    }

    /** What was kept back, tried again. */
    static Telling again(@Nullable Instant seenAt) {
        return new Telling(Channel.PHONE, seenAt, null, Duration.ZERO, false, false, Origin.PHONE);
    }

    /**
     * @param sentAt what the phone's clock said when it sent this
     * @param storedAt what it said when this was told
     */
    public static Telling byPhone(
            @Nullable Instant sentAt,
            @Nullable Instant storedAt,
            Instant receivedAt,
            @Nullable Instant seenAt,
            boolean wall,
            boolean revoked) {
        Duration apart = sentAt == null ? Duration.ZERO : Duration.between(receivedAt, sentAt);
        // told after it was sent: the clock was set back between, and ran ahead by at least that much when it was told
        if (sentAt != null && storedAt != null && storedAt.isAfter(sentAt)) {
            apart = Duration.between(receivedAt, storedAt);
        }
        Duration ahead = apart.abs().compareTo(RIGHT_ENOUGH) > 0 ? apart : Duration.ZERO;
        return new Telling(
                Channel.PHONE,
                seenAt,
                storedAt == null ? null : storedAt.minus(ahead),
                ahead,
                wall,
                revoked,
                Origin.PHONE);
    }

    public boolean byPhone() {
        return channel == Channel.PHONE;
    }

    boolean byTheWard() {
        return channel == Channel.WARD;
    }

    /** Words switched off and members gone since are no reason to refuse. */
    boolean lenient() {
        return byPhone() || byTheWard();
    }

    /** Two tellings of one visit are put together instead of refusing the later one. */
    boolean merges() {
        return channel != Channel.PROGRAM;
    }

    /** What was told, by our clock; as exact as we store. */
    Instant right(Instant told) {
        return ahead.isZero() || wall ? told : told.minus(ahead).truncatedTo(ChronoUnit.MILLIS);
    }

    public boolean clockWrong() {
        return !ahead.isZero();
    }

    /** The day whose register the teller may have had in mind. */
    LocalDate seenOn(LocalDate otherwise) {
        return seenAt == null ? otherwise : Days.of(seenAt);
    }
}
