package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A figure as it was published, and of which place and period.
 *
 * @param unit name of the place on the period's last day
 * @param qualifier EXACT, OVER, ALMOST or ABOUT
 * @param statedAs in the words of the source
 */
public record StatedFigure(
        String indicator,
        String nameVi,
        String nameEn,
        long unitId,
        String unit,
        String period,
        LocalDate lastDay,
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        String qualifier,
        String statedAs,
        String source) {}
