package vn.tungnha.teams;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member at work who cannot sign in yet.
 *
 * @param phoneTaken whether the number signs somebody in already
 */
public record MemberWithoutAccount(
        UUID id,
        String name,
        TeamRole role,
        @Nullable String phone,
        long teamId,
        String teamName,
        @Nullable Integer teamNumber,
        boolean phoneTaken) {}
