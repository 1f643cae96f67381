package vn.tungnha.markets;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody came by.
 *
 * @param had what was there that day; null unless somebody was met
 * @param by name of whoever wrote it down; null = not known any more
 */
public record StallVisit(
        Instant visitedAt,
        StallOutcome outcome,
        @Nullable List<WayToken> had,
        @Nullable String note,
        @Nullable String by) {}
