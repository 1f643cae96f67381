package vn.tungnha.contests.votes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A vote of an assembly.
 *
 * @param most how many of the options a ballot may choose
 * @param attempt from 1; one more each time two counts differed
 * @param result null until two counts agree
 * @param counters names of those whose counts agreed; empty before
 */
public record BallotView(
        UUID id,
        @Nullable Long unitId,
        @Nullable Long teamId,
        String place,
        String title,
        @Nullable String note,
        LocalDate heldOn,
        int most,
        BallotState state,
        int attempt,
        List<String> options,
        @Nullable BallotCount result,
        @Nullable Instant sealedAt,
        @Nullable String cancelReason,
        List<String> counters) {

    public boolean counting() {
        return state == BallotState.COUNTING;
    }
}
