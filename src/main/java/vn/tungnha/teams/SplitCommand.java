package vn.tungnha.teams;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of a team becomes a team of its own; households follow by their village.
 *
 * @param villageIds villages that go over; the first named is where the new team is counted
 * @param memberIds members that go over, in the role of member or deputy
 * @param leaderId who leads the new team, one of these; null = nobody yet
 */
public record SplitCommand(
        String name,
        @Nullable Integer number,
        String kind,
        List<Long> villageIds,
        Set<UUID> memberIds,
        @Nullable UUID leaderId,
        Decreed decreed) {}
