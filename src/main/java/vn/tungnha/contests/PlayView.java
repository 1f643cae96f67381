package vn.tungnha.contests;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tungnha.contests.bank.Question;

/**
 * Where a player stands.
 *
 * @param question as it is asked; its key must not be shown while {@code step} is ASKED
 * @param number of the question in this player's order, from 1, out of {@code of}
 * @param until when the time for it is over, the grace for the line not included
 * @param picked what was answered; empty = nothing came in
 */
public record PlayView(
        Step step,
        @Nullable RoundView round,
        @Nullable Question question,
        int number,
        int of,
        @Nullable Instant until,
        Set<Integer> picked,
        boolean correct,
        boolean late,
        boolean annulled) {

    /** What there is to do. */
    public enum Step {
        /** No round is running. */
        WAIT,
        /** A round is running, and the first question has not been handed out. */
        BEGIN,
        /** A question is open. */
        ASKED,
        /** It has been answered, or its time is over; there is another one. */
        ANSWERED,
        /** The same, and it was the last. */
        FINISHED
    }

    static PlayView waiting() {
        return new PlayView(Step.WAIT, null, null, 0, 0, null, Set.of(), false, false, false);
    }

    static PlayView beginning(RoundView round, int of) {
        return new PlayView(Step.BEGIN, round, null, 0, of, null, Set.of(), false, false, false);
    }
}
