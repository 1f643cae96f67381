package vn.tungnha.closing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One indicator as locked and as it stands now.
 *
 * @param locked null when that version did not hold it
 */
public record LockedLine(String indicator, String variant, @Nullable ReportFigure locked, @Nullable ReportFigure now) {

    public boolean differs() {
        if (locked == null || now == null) {
            return locked != now;
        }
        return differ(locked.numerator(), now.numerator())
                || differ(locked.denominator(), now.denominator())
                || differ(locked.value(), now.value());
    }

    private static boolean differ(
            @Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one != other : one.compareTo(other) != 0;
    }
}
