package vn.tungnha.visits;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of a list of visits. */
public record VisitRow(
        UUID id,
        UUID householdId,
        String alley,
        String number,
        long teamId,
        String teamName,
        Instant visitedAt,
        Outcome outcome,
        VisitStatus status,
        int activated,
        boolean atDesk,
        Entry entry,
        Set<Attention> attention,
        @Nullable Instant followUpAt,
        @Nullable String recordedBy) {}
