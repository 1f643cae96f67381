package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A reason to look at somebody, with the numbers that say why.
 *
 * @param weight how bad it is among reasons of its sort: the gap as a share of the target
 * @param now what was reached; null where nothing is known
 * @param against what it is compared with: expected by today, the start of the period, 100
 * @param missing how many are missing to what is expected, in heads; null where that cannot be reckoned
 * @param since the last day anything was heard; null = never
 * @param days how long ago that was
 */
public record Concern(
        Sort sort,
        BigDecimal weight,
        @Nullable BigDecimal now,
        @Nullable BigDecimal against,
        @Nullable BigDecimal missing,
        @Nullable LocalDate since,
        long days) {

    /** Reasons, the most pressing first. */
    public enum Sort {
        BEHIND,
        UNKNOWN,
        SILENT,
        FALLING,
        ABOVE,
        UNTARGETED
    }

    static Concern behind(BigDecimal weight, BigDecimal now, BigDecimal expected, @Nullable BigDecimal missing) {
        return new Concern(Sort.BEHIND, weight, now, expected, missing, null, 0);
    }

    static Concern compared(Sort sort, BigDecimal weight, BigDecimal now, BigDecimal against) {
        return new Concern(sort, weight, now, against, null, null, 0);
    }

    static Concern silent(Sort sort, @Nullable LocalDate since, long days) {
        return new Concern(sort, BigDecimal.valueOf(days), null, null, null, since, days);
    }

    static Concern plain(Sort sort) {
        return new Concern(sort, BigDecimal.ZERO, null, null, null, null, 0);
    }
}
