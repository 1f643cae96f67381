package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An amount of one measure at one spot.
 *
 * @param exact false when a part succession was estimated
 * @param capturedOn oldest capture day; null for what is counted live
 */
record Part(BigDecimal amount, boolean exact, @Nullable LocalDate capturedOn) {

    Part plus(Part other) {
        return new Part(amount.add(other.amount), exact && other.exact, oldest(capturedOn, other.capturedOn));
    }

    static @Nullable LocalDate oldest(@Nullable LocalDate one, @Nullable LocalDate two) {
        if (one == null || two == null) {
            return one == null ? two : one;
        }
        return one.isBefore(two) ? one : two;
    }
}
