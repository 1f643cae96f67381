package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import vn.tungnha.indicators.IndicatorDefinition.Variant;
import vn.tungnha.indicators.MeasureView.Source;

/** Puts the parts of one variant together at one spot: measures are summed first, the formula comes last. */
@RequiredArgsConstructor
class Reckoning {

    private final IndicatorDefinition definition;
    private final Variant variant;
    private final Map<String, MeasureView> measures;
    private final Parts parts;
    private final Goals.Found goals;

    /** Numerator, denominator and what is known of them. */
    record Result(
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal value,
            @Nullable Coverage coverage,
            boolean exact,
            @Nullable LocalDate capturedOn,
            List<MeasuredPart> measured,
            List<ScorePart> score) {

        static Result nothing() {
            return new Result(null, null, null, null, true, null, List.of(), List.of());
        }
    }

    Result at(Spot spot, List<Spot> cells) {
        Set<String> needed = Definitions.measuresOf(variant, measures.keySet());
        boolean fieldOnly = needed.stream().allMatch(code -> measure(code).source() == Source.FIELD);
        boolean adds = needed.stream().allMatch(code -> measure(code).addsOverUnits());
        Goals.Target quota = variant.ofQuota() ? quota(spot) : null;
        boolean ownQuota = !variant.ofQuota() || quota != null;
        if (!spot.whole() || !adds || (fieldOnly && ownQuota)) {
            return reckon(code -> part(spot, code), needed, quota == null ? null : quota.amount(), null);
        }
        return overCells(spot, cells, needed, fieldOnly, quota);
    }

    private Result overCells(
            Spot spot, List<Spot> cells, Set<String> needed, boolean fieldOnly, Goals.@Nullable Target quota) {
        List<Spot> complete = new ArrayList<>();
        BigDecimal quotas = null;
        for (Spot cell : cells) {
            Goals.Target own = variant.ofQuota() && quota == null ? quota(cell) : null;
            boolean hasQuota = !variant.ofQuota() || quota != null || own != null;
            if (hasQuota && needed.stream().allMatch(code -> part(cell, code) != null)) {
                complete.add(cell);
                if (own != null) {
                    quotas = quotas == null ? own.amount() : quotas.add(own.amount());
                }
            }
        }
        BigDecimal assigned = quota == null ? quotas : quota.amount();
        if (complete.isEmpty()) {
            return reckon(code -> part(spot, code), needed, assigned, null);
        }
        boolean all = complete.size() == cells.size();
        Function<String, @Nullable Part> sums = code ->
                all && (fieldOnly || measure(code).source() == Source.FIELD) ? part(spot, code) : sum(complete, code);
        return reckon(sums, needed, assigned, all ? null : new Coverage(complete.size(), cells.size()));
    }

    private Result reckon(
            Function<String, @Nullable Part> source,
            Set<String> needed,
            @Nullable BigDecimal quota,
            @Nullable Coverage coverage) {
        Function<String, @Nullable BigDecimal> amounts = code -> {
            Part part = source.apply(code);
            return part == null ? null : part.amount();
        };
        BigDecimal numerator =
                Expression.parse(variant.numerator(), measures.keySet()).value(amounts);
        BigDecimal denominator = denominator(amounts, quota);
        boolean exact = true;
        LocalDate captured = null;
        List<MeasuredPart> measured = new ArrayList<>();
        for (String code : needed) {
            Part part = source.apply(code);
            measured.add(
                    part == null
                            ? new MeasuredPart(measure(code), null, true, null)
                            : new MeasuredPart(measure(code), part.amount(), part.exact(), part.capturedOn()));
            if (part != null) {
                exact &= part.exact();
                captured = Part.oldest(captured, part.capturedOn());
            }
        }
        return new Result(
                numerator, denominator, value(numerator, denominator), coverage, exact, captured, measured, List.of());
    }

    private @Nullable BigDecimal denominator(
            Function<String, @Nullable BigDecimal> amounts, @Nullable BigDecimal quota) {
        if (variant.denominator() == null || variant.ofQuota()) {
            return quota;
        }
        return Expression.parse(variant.denominator(), measures.keySet()).value(amounts);
    }

    private @Nullable BigDecimal value(@Nullable BigDecimal numerator, @Nullable BigDecimal denominator) {
        if (variant.denominator() == null || numerator == null) {
            return numerator;
        }
        if (denominator == null || denominator.signum() == 0) {
            return null;
        }
        return numerator.multiply(definition.factor()).divide(denominator, MathContext.DECIMAL64);
    }

    private Goals.@Nullable Target quota(Spot spot) {
        return goals.target(spot, definition.id(), "COUNT", true);
    }

    /** Where field work has begun, what was not counted is 0; before that it is not known. */
    private @Nullable Part part(Spot spot, String code) {
        MeasureView measure = measure(code);
        if (measure.counting()) {
            return null;
        }
        Part part = parts.get(spot.n(), measure.id());
        if (part == null && measure.source() == Source.FIELD && parts.hasWork(spot.n())) {
            return new Part(BigDecimal.ZERO, true, null);
        }
        return part;
    }

    private @Nullable Part sum(List<Spot> cells, String code) {
        Part sum = null;
        for (Spot cell : cells) {
            Part part = part(cell, code);
            if (part != null) {
                sum = sum == null ? part : sum.plus(part);
            }
        }
        return sum;
    }

    private MeasureView measure(String code) {
        MeasureView measure = measures.get(code);
        if (measure == null) {
            throw new IllegalStateException("no measure " + code);
        }
        return measure;
    }
}
