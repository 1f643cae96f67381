package vn.tungnha.closing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.tungnha.indicators.Coverage;
import vn.tungnha.indicators.IndicatorDefinition.Kind;

/**
 * One figure of a report.
 *
 * @param value per cent or count, unrounded; null = not known
 * @param exact false when a share was estimated
 * @param coverage over how many units it was reckoned, null = over all
 */
public record ReportFigure(
        String indicator,
        String variant,
        Kind kind,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value,
        @Nullable BigDecimal target,
        boolean exact,
        @Nullable Coverage coverage) {}
