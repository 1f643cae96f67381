package vn.tungnha.teams;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Several teams of a ward become one new team, which takes over their villages and members.
 *
 * @param teamIds at least two
 * @param leaderId who leads the new team, a member of one of them; null = nobody yet
 */
public record CombineCommand(
        Set<Long> teamIds,
        String name,
        @Nullable Integer number,
        String kind,
        @Nullable UUID leaderId,
        Decreed decreed) {}
