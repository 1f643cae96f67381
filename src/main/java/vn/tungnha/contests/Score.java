package vn.tungnha.contests;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a player has reached.
 *
 * @param fullName null where none was asked for
 * @param right answers that count; {@code answered} = all that came in
 * @param millis taken for the right ones together: whoever guesses quickly gains nothing
 * @param lastRight when the last right one came in; null without any
 */
public record Score(
        UUID entry,
        String nickname,
        @Nullable String fullName,
        int answered,
        int right,
        long points,
        long millis,
        @Nullable Instant lastRight) {}
