package vn.tungnha.indicators;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Period;

/**
 * Sets what is to be reached.
 *
 * @param unitId the unit, null when {@code teamId} is given
 * @param kind RATE: per cent; COUNT: the assigned quota
 * @param reason needed when a target is changed
 */
public record TargetCommand(
        String indicator,
        @Nullable Long unitId,
        @Nullable Long teamId,
        Period period,
        IndicatorDefinition.Kind kind,
        BigDecimal amount,
        @Nullable String reason) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** A share below one per cent is mostly 0.9 for 90%, one above a hundred mostly a slip too. */
    public static boolean isUsual(IndicatorDefinition.Kind kind, BigDecimal amount) {
        return kind != IndicatorDefinition.Kind.RATE
                || amount.compareTo(BigDecimal.ONE) >= 0 && amount.compareTo(HUNDRED) <= 0;
    }
}
