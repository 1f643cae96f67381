package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A measure as it went into a figure.
 *
 * @param amount null = not known, which is not 0
 * @param exact false when a share was estimated (part succession)
 * @param capturedOn oldest capture day; null for what is counted live, and for what is not known
 */
public record MeasuredPart(
        MeasureView measure,
        @Nullable BigDecimal amount,
        boolean exact,
        @Nullable LocalDate capturedOn) {}
