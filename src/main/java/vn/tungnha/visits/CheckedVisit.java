package vn.tungnha.visits;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit that keeps the rules, with what the server filled in or noticed.
 *
 * @param names of the entries it was told of
 * @param desk where it counts; null at the door, and where the desk told is none of the log
 */
record CheckedVisit(
        VisitCommand command,
        Instant visitedAt,
        List<UUID> members,
        @Nullable UUID desk,
        @Nullable String attention,
        ToldAs names) {

    /** The same, told of entries that were merged since. */
    CheckedVisit named(ToldAs names) {
        return new CheckedVisit(command, visitedAt, members, desk, attention, names);
    }
}
