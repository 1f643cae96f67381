package vn.tungnha.indicators;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Period;

/**
 * Under which tree figures are shown.
 *
 * @param pinned the chosen day; null for THEN: each day's flow under that day's tree, stocks under the last day's
 * @param locked with locked figures where there are any
 */
public record Structure(@Nullable LocalDate pinned, boolean locked) {

    public static Structure then() {
        return new Structure(null, false);
    }

    /** THEN, with the figures a unit has locked in the place of those reckoned now. */
    public static Structure asLocked() {
        return new Structure(null, true);
    }

    public static Structure on(LocalDate day) {
        return new Structure(day, false);
    }

    /** {@code then}, {@code locked}, or the chosen day: what answers and files say of themselves. */
    public String label() {
        return pinned != null ? pinned.toString() : locked ? "locked" : "then";
    }

    /** The day whose tree places stocks, reported values and codes. */
    public LocalDate day(Period period) {
        return pinned == null ? period.last() : pinned;
    }
}
