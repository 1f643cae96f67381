package vn.tungnha.quality;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One check as an administrator sets it.
 *
 * @param unit what the threshold counts: DAYS, MONTHS, PERCENT, AMOUNT, VISITS or HOUSEHOLDS
 * @param version the last change, 0 before the first
 */
public record CheckSetting(
        String code, boolean enabled, BigDecimal threshold, String unit, int least, int most, long version) {

    /** One change of a check. */
    public record Change(
            long id,
            String code,
            BigDecimal formerThreshold,
            boolean formerEnabled,
            BigDecimal threshold,
            boolean enabled,
            String by,
            Instant at) {}
}
