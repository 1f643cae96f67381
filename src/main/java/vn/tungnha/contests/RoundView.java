package vn.tungnha.contests;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A round of a contest.
 *
 * @param seconds for each question
 * @param minutes of the whole round; null = until it is ended by hand
 * @param points for each right answer
 * @param questions without those annulled
 * @param answers that have come in
 */
public record RoundView(
        UUID id,
        UUID contestId,
        int position,
        String name,
        int seconds,
        @Nullable Integer minutes,
        int points,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        int questions,
        int answers) {

    public boolean waiting() {
        return startedAt == null;
    }

    public boolean runs(Instant now) {
        Instant until = until();
        return startedAt != null && (until == null || now.isBefore(until));
    }

    /** Null while nobody can say yet. */
    public @Nullable Instant until() {
        Instant planned = startedAt == null || minutes == null ? null : startedAt.plus(Duration.ofMinutes(minutes));
        return endedAt == null || planned != null && planned.isBefore(endedAt) ? planned : endedAt;
    }
}
