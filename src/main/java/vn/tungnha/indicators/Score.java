package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.indicators.IndicatorDefinition.Component;
import vn.tungnha.indicators.IndicatorDefinition.Variant;

/**
 * Points out of the points that could be had: each component earns its weight in the measure in which it comes up to the
 * value that earns full marks. A component with nothing to be measured is left out of both; one that is not known leaves
 * the whole score unknown, or a gap in the reports would look like a bad mark.
 */
final class Score {

    private final List<ScorePart> parts = new ArrayList<>();
    private final List<MeasuredPart> measured = new ArrayList<>();
    private boolean exact = true;
    private @Nullable LocalDate captured;

    void add(Component component, IndicatorDefinition definition, Variant variant, Reckoning.Result result) {
        BigDecimal denominator = result.denominator();
        boolean applies = denominator == null || denominator.signum() != 0;
        BigDecimal value = applies ? result.value() : null;
        parts.add(new ScorePart(
                component,
                definition,
                variant,
                result.numerator(),
                denominator,
                value,
                value == null ? null : points(component, value, definition.direction()),
                applies));
        result.measured().stream()
                .filter(part -> measured.stream().noneMatch(it -> it.measure().equals(part.measure())))
                .forEach(measured::add);
        exact &= result.exact();
        captured = Part.oldest(captured, result.capturedOn());
    }

    Reckoning.Result result(BigDecimal factor) {
        BigDecimal earned = BigDecimal.ZERO;
        BigDecimal attainable = BigDecimal.ZERO;
        boolean complete = true;
        for (ScorePart part : parts) {
            if (part.points() != null) {
                earned = earned.add(part.points());
                attainable = attainable.add(part.component().weight());
            }
            complete &= part.points() != null || !part.applies();
        }
        boolean known = complete && attainable.signum() > 0;
        return new Reckoning.Result(
                known ? earned : null,
                known ? attainable : null,
                known ? earned.multiply(factor).divide(attainable, MathContext.DECIMAL64) : null,
                null,
                exact,
                captured,
                List.copyOf(measured),
                List.copyOf(parts));
    }

    /** Never less than nothing; more than the weight only where the component is not capped. */
    static BigDecimal points(Component component, BigDecimal value, String direction) {
        BigDecimal share;
        if (direction.equals("UP")) {
            share = value.divide(component.fullAt(), MathContext.DECIMAL64);
        } else {
            share = value.signum() <= 0 ? BigDecimal.ONE : component.fullAt().divide(value, MathContext.DECIMAL64);
        }
        BigDecimal earned = component.capped() ? share.min(BigDecimal.ONE) : share;
        return component.weight().multiply(earned.max(BigDecimal.ZERO));
    }
}
