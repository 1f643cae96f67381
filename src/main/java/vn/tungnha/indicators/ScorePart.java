package vn.tungnha.indicators;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.tungnha.indicators.IndicatorDefinition.Component;
import vn.tungnha.indicators.IndicatorDefinition.Variant;

/**
 * One component of a score, with the points it earned.
 *
 * @param value of the component's own indicator; null = not known, or nothing to be measured
 * @param points null where there is no value
 * @param applies false where there was nothing to be measured (denominator 0): neither earned nor lost
 */
public record ScorePart(
        Component component,
        IndicatorDefinition definition,
        Variant variant,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value,
        @Nullable BigDecimal points,
        boolean applies) {}
