package vn.tungnha.teams;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person in a team, in one role from one day to another; a change of role begins a new line.
 *
 * @param leftOn last day, {@link vn.tungnha.shared.Days#FOREVER} while it goes on
 */
public record MemberView(
        UUID id,
        int version,
        long teamId,
        String name,
        TeamRole role,
        @Nullable String organisation,
        @Nullable String phone,
        @Nullable LocalDate trainedOn,
        @Nullable UUID accountId,
        LocalDate joinedOn,
        LocalDate leftOn,
        @Nullable String leaveReason) {}
