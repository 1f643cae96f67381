package vn.tungnha.activities;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody named at an activity.
 *
 * @param shown whether the reader may know who it is; of others only that there is somebody
 * @param name null for residents of 14 and 15, and of those not shown
 * @param place the team of a member, the address of a resident
 * @param presentAt null = not there
 */
public record ActivityPerson(
        UUID id,
        @Nullable UUID member,
        @Nullable UUID resident,
        boolean shown,
        @Nullable String name,
        @Nullable Integer birthYear,
        @Nullable String place,
        boolean onDuty,
        @Nullable Instant presentAt,
        @Nullable Marked how) {

    public boolean present() {
        return presentAt != null;
    }

    /** How it was told that somebody was there. */
    public enum Marked {
        /** Checked in at the door by the code shown there. */
        QR,
        /** Ticked on the spot. */
        LIST,
        /** Typed in from the paper list afterwards. */
        PAPER
    }
}
