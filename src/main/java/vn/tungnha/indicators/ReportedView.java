package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A reported value, in force or replaced ({@code replacedAt}). */
public record ReportedView(
        String measure,
        String period,
        @Nullable BigDecimal amount,
        String source,
        LocalDate capturedOn,
        @Nullable String enteredBy,
        Instant enteredAt,
        @Nullable Instant replacedAt) {}
