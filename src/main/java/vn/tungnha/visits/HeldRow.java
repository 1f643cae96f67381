package vn.tungnha.visits;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of what is held.
 *
 * @param visit what it is or is about
 * @param correction told about a visit that is in the log already
 * @param desk what it is called, where a desk itself is held; null for visits
 * @param alone somebody met at a desk that was dismissed
 * @param who came to a desk, by name; null for all else
 * @param alley as the register has it, else as the phone told it; null when neither knows
 * @param state WAITING, RECORDED or DISMISSED
 * @param decision how it was decided; null while it waits
 */
public record HeldRow(
        UUID id,
        int version,
        UUID visit,
        boolean correction,
        @Nullable String desk,
        boolean alone,
        @Nullable String who,
        String state,
        Set<HeldReason> reasons,
        @Nullable String alley,
        @Nullable String number,
        @Nullable String team,
        @Nullable String teller,
        Instant visitedAt,
        Instant receivedAt,
        @Nullable String decision,
        @Nullable String answer,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {

    public boolean waiting() {
        return "WAITING".equals(state);
    }
}
