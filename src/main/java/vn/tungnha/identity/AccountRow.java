package vn.tungnha.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of the list of accounts. */
public record AccountRow(
        UUID id,
        String username,
        String displayName,
        @Nullable String phone,
        boolean enabled,
        boolean mustChangePassword,
        @Nullable Instant lastSeenAt,
        List<AssignmentView> assignments) {}
