package vn.tungnha.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What to look for in the trail; blank and null leave it open. */
public record AuditQuery(
        String subject, String actor, @Nullable LocalDate day) {}
