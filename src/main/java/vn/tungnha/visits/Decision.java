package vn.tungnha.visits;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the ward decides about something held.
 *
 * @param version of the held row the decider saw
 * @param household where to book it, for AT_HOUSEHOLD
 * @param team who did it, where the told team had ended; null = as told
 * @param village code of the village of a new household, where the told one had ended; null = as told
 * @param reason for whatever does not count from now on
 */
public record Decision(
        Kind kind,
        int version,
        @Nullable UUID household,
        @Nullable Long team,
        @Nullable String village,
        @Nullable String reason) {

    /** What becomes of it. */
    public enum Kind {
        /** As the phone told it. */
        AS_TOLD,
        /** At another household. */
        AT_HOUSEHOLD,
        /** Without the people who cannot have been there. */
        WITHOUT_PERSONS,
        /** It counts nowhere; its teller reads why. */
        DISMISS,
        /** Of a desk: only those met by name are booked, each at the household where they live. */
        PERSONS,
        /** Of a desk: those met by name wait on, each to be decided for itself. */
        ONE_BY_ONE
    }
}
