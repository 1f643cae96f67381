package vn.tungnha.closing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to a report: who, when, and what the ward said to it. */
public record ReportStep(
        ReportStatus status, @Nullable String by, Instant takenAt, @Nullable String comment) {}
