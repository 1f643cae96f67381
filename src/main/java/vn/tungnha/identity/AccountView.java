package vn.tungnha.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account as shown to itself and to those who look after it. */
public record AccountView(
        UUID id,
        int version,
        String username,
        String displayName,
        @Nullable String title,
        @Nullable String phone,
        boolean enabled,
        boolean mustChangePassword,
        boolean locked,
        @Nullable Instant lastSeenAt,
        List<AssignmentView> assignments) {}
