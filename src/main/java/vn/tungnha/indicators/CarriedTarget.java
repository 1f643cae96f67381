package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Period;

/**
 * A target that follows from those of units merged into this one, shown until somebody confirms it.
 *
 * @param period the one the targets were set for
 * @param amount null where a rate cannot be weighted, because a denominator is not known
 * @param from whose targets it is made of
 */
public record CarriedTarget(Period period, @Nullable BigDecimal amount, List<Source> from) {

    /**
     * One of the units it is made of.
     *
     * @param denominator its weight where rates are averaged
     */
    public record Source(
            long unitId,
            String name,
            BigDecimal amount,
            @Nullable BigDecimal denominator) {}
}
