package vn.tungnha.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the trail as somebody in whose scope it lies may read it.
 *
 * @param origin network address it was done from, with API before it where a program did it; null = not by a request
 */
public record AuditEntry(
        long id,
        Instant happenedAt,
        String actor,
        @Nullable String actorName,
        String action,
        String subject,
        String subjectId,
        @Nullable String unitName,
        @Nullable String reason,
        @Nullable String origin,
        List<Change> changes) {

    /** One value that differs; null where there was, or is, none. */
    public record Change(
            String field, @Nullable String before, @Nullable String after) {}
}
