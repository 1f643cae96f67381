package vn.tungnha.contests;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who wants to play.
 *
 * @param nickname stands on the screen; of a team it is the team's own name
 * @param phone as typed; only its keyed hash is kept
 */
public record EntryCommand(
        String nickname,
        @Nullable String fullName,
        @Nullable String phone,
        @Nullable Long team) {}
