package vn.tungnha.indicators;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Period;

/**
 * Under which tree figures are shown.
 *
 * @param pinned the chosen day; null for THEN: each day's flow under that day's tree, stocks under the last day's
 */
public record Structure(@Nullable LocalDate pinned) {

    public static Structure then() {
        return new Structure(null);
    }

    public static Structure on(LocalDate day) {
        return new Structure(day);
    }

    /** {@code then}, or the chosen day: what answers and files say of themselves. */
    public String label() {
        return pinned == null ? "then" : pinned.toString();
    }

    /** The day whose tree places stocks, reported values and codes. */
    public LocalDate day(Period period) {
        return pinned == null ? period.last() : pinned;
    }
}
