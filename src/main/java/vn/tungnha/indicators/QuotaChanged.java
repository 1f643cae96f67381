package vn.tungnha.indicators;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Period;

/**
 * The count that figures of a unit are held against moved; published in the transaction that moves it.
 *
 * @param before null = there was none
 * @param after null = there is none any more
 */
public record QuotaChanged(
        long unit,
        int indicator,
        Period period,
        @Nullable BigDecimal before,
        @Nullable BigDecimal after) {}
