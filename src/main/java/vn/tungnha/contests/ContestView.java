package vn.tungnha.contests;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contest.
 *
 * @param code six digits, by which one joins
 * @param place name of the unit or team whose it is
 * @param players entries that were not removed
 * @param questions in all rounds together, without those annulled
 */
public record ContestView(
        UUID id,
        int version,
        String code,
        @Nullable Long unitId,
        @Nullable Long teamId,
        String place,
        String name,
        @Nullable String note,
        LocalDate firstDay,
        LocalDate lastDay,
        Entrants entrants,
        Sides sides,
        boolean fullNames,
        boolean namesShown,
        boolean phones,
        long seed,
        ContestState state,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        int players,
        int questions) {

    public boolean open() {
        return state == ContestState.OPEN;
    }

    public boolean planned() {
        return state == ContestState.PLANNED;
    }

    public boolean closed() {
        return state == ContestState.CLOSED;
    }
}
