package vn.tungnha.allowances;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the ward says about a member's day beside what was logged.
 *
 * @param duty kind of an added duty, else null
 * @param programme of a verdict on paying twice, else null
 * @param endedAt when it was taken back; null while it holds
 */
public record Mark(
        UUID id,
        long team,
        UUID member,
        LocalDate day,
        Kind kind,
        @Nullable String duty,
        boolean planned,
        @Nullable String programme,
        String reason,
        @Nullable String by,
        Instant at,
        @Nullable Instant endedAt,
        @Nullable String endedBy) {

    /** What it says. */
    public enum Kind {
        /** The member worked although nothing was logged. */
        ADDED("duty.added"),
        /** The day does not count. */
        STRUCK("duty.struck"),
        /** The day is paid elsewhere, not here. */
        NOT_PAID("duty.not-paid"),
        /** The day is paid here although it is paid elsewhere too. */
        PAID_ANYWAY("duty.paid-anyway");

        private final String action;

        Kind(String action) {
            this.action = action;
        }

        /** As it stands in the audit trail. */
        String action() {
            return action;
        }
    }

    public boolean holds() {
        return endedAt == null;
    }

    boolean says(Kind what, String ofProgramme) {
        return holds() && kind == what && ofProgramme.equals(programme);
    }
}
