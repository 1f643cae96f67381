package vn.tungnha.visits;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A visit that keeps the rules, with what the server filled in or noticed. */
record CheckedVisit(
        VisitCommand command,
        Instant visitedAt,
        List<UUID> members,
        @Nullable String attention) {}
