package vn.tungnha.teams;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change of teams, kept with all it altered.
 *
 * @param effective from this day on it is so; of a dissolution the last day
 * @param undone when it was taken back, null while it stands
 * @param remembered whether it is known what it altered, so that it can be taken back
 */
public record TeamChange(
        long id,
        Kind kind,
        LocalDate effective,
        String reason,
        Decision decision,
        @Nullable String by,
        Instant at,
        @Nullable Instant undone,
        boolean remembered,
        List<Part> teams) {

    /** What was done. */
    public enum Kind {
        AREA,
        MERGED,
        COMBINED,
        SPLIT,
        DISSOLVED,
        RENEWED
    }

    /** Whether a team was there before, or came of it. */
    public enum Side {
        FROM,
        INTO
    }

    /** A team it is about, under its name of then. */
    public record Part(long teamId, String name, Side side) {}
}
