package vn.tungnha.indicators;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Something that looks wrong but may be right.
 *
 * @param kind NUMERATOR_ABOVE_DENOMINATOR, JUMP or SAME_AS_BEFORE
 * @param measure the measure to look at
 * @param other what it is compared with
 */
public record ReportedWarning(
        Kind kind,
        String measure,
        BigDecimal amount,
        @Nullable BigDecimal other) {

    /** What looks wrong. */
    public enum Kind {
        NUMERATOR_ABOVE_DENOMINATOR,
        JUMP,
        SAME_AS_BEFORE
    }
}
