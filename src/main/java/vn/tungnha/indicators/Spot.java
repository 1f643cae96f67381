package vn.tungnha.indicators;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Period;

/**
 * A place in a period, as the statements of the engine take it.
 *
 * @param n number by which its amounts come back
 * @param also the former district an area continues
 * @param from first day counted: of the period, or of the place's life within it
 * @param day whose tree places stocks and reported values
 * @param pinned whether flows are placed by that day's tree too, rather than by each day's own
 * @param whole the place adds up communes; otherwise it is one (or smaller) itself
 */
record Spot(
        int n,
        long place,
        boolean ofTeam,
        @Nullable Long also,
        Period period,
        LocalDate from,
        LocalDate day,
        boolean pinned,
        boolean whole) {

    /** The last day counted: of the period, or of the place's life within it. */
    LocalDate last() {
        return pinned ? period.last() : day;
    }

    /** The same over the whole period, however long the place lived within it. */
    Spot allDays() {
        return new Spot(n, place, ofTeam, also, period, period.first(), pinned ? day : period.last(), pinned, whole);
    }
}
