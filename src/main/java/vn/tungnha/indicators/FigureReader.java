package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tungnha.indicators.IndicatorDefinition.Component;
import vn.tungnha.indicators.IndicatorDefinition.Kind;
import vn.tungnha.indicators.IndicatorDefinition.Variant;
import vn.tungnha.indicators.MeasureView.Adding;
import vn.tungnha.indicators.MeasureView.Source;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.Period;

/**
 * One indicator over everything that was read.
 *
 * @param versions of all indicators concerned, the latest first
 */
record FigureReader(
        IndicatorChoice choice,
        Map<String, List<IndicatorDefinition>> versions,
        Map<String, MeasureView> measures,
        Spots.Layout layout,
        Parts parts,
        Goals.Found goals,
        LocalDate today) {

    IndicatorValue value(long place, boolean ofTeam, Period period) {
        IndicatorDefinition definition = definition(choice.code(), period);
        Variant variant = variant(definition);
        Spot spot = layout.of(place, ofTeam, period);
        Reckoning.Result result = result(spot, choice, period);
        StatedValue stated =
                spot == null || definition.endedBefore(period) ? null : goals.stated(spot, definition.id(), variant);
        StatedValue only = result.value() == null ? stated : null;
        Goals.Target target = target(spot, definition, variant);
        return new IndicatorValue(
                place,
                ofTeam,
                definition,
                variant,
                only != null && only.isCount() ? Kind.COUNT : variant.kind(),
                period,
                only != null ? only.numerator() : result.numerator(),
                only != null ? only.denominator() : result.denominator(),
                only != null ? shown(only, variant) : result.value(),
                only != null ? only.qualifier() : null,
                target == null ? null : target.amount(),
                target == null ? null : target.period(),
                target != null && target.carried(),
                before(place, ofTeam, period.previous()),
                before(place, ofTeam, period.sameLastYear()),
                only != null ? Source.STATED : source(definition, variant, period),
                stated,
                only != null ? null : result.coverage(),
                result.exact(),
                result.value() == null ? null : asOf(result, period),
                result.measured(),
                result.score(),
                false);
    }

    private @Nullable BigDecimal before(long place, boolean ofTeam, Period period) {
        return result(layout.of(place, ofTeam, period), choice, period).value();
    }

    private static @Nullable BigDecimal shown(StatedValue stated, Variant variant) {
        boolean count = stated.isCount() || variant.kind() == Kind.COUNT;
        return stated.value() == null && count ? stated.numerator() : stated.value();
    }

    private LocalDate asOf(Reckoning.Result result, Period period) {
        if (result.capturedOn() != null) {
            return result.capturedOn();
        }
        return period.last().isAfter(today) ? today : period.last();
    }

    /** Nothing where the version of that time did not know the variant: what was never defined cannot be reckoned. */
    private Reckoning.Result result(@Nullable Spot spot, IndicatorChoice wanted, Period period) {
        IndicatorDefinition definition = definition(wanted.code(), period);
        Variant variant = definition.variant(wanted.variant());
        if (spot == null || variant == null || definition.endedBefore(period)) {
            return Reckoning.Result.nothing();
        }
        if (!variant.ofScore()) {
            return new Reckoning(definition, variant, measures, parts, goals)
                    .at(spot, layout.cells().getOrDefault(spot, List.of()));
        }
        Score score = new Score();
        for (Component component : definition.components()) {
            IndicatorChoice of = new IndicatorChoice(component.indicator(), component.variant());
            IndicatorDefinition one = definition(of.code(), period);
            Variant way = one.variant(of.variant());
            score.add(component, one, way == null ? one.variants().get(0) : way, result(spot, of, period));
        }
        return score.result(definition.factor());
    }

    private Goals.@Nullable Target target(@Nullable Spot spot, IndicatorDefinition definition, Variant variant) {
        if (spot == null) {
            return null;
        }
        if (variant.ofQuota()) {
            Goals.Target rate = goals.target(spot, definition.id(), "RATE", true);
            Goals.Target quota = goals.target(spot, definition.id(), "COUNT", true);
            return rate == null && quota != null
                    ? new Goals.Target(
                            BigDecimal.valueOf(100), spot.period().named().code(), quota.carried())
                    : rate;
        }
        boolean flow = !variant.ofScore()
                && Expression.parse(variant.numerator(), measures.keySet()).measures().stream()
                        .noneMatch(code -> measure(code).adds(Adding.STOCK));
        return goals.target(spot, definition.id(), variant.kind().name(), variant.kind() == Kind.RATE || !flow);
    }

    /** Of a score: of the first thing it is made of. */
    private Source source(IndicatorDefinition definition, Variant variant, Period period) {
        if (variant.ofScore()) {
            Component first = definition.components().get(0);
            IndicatorDefinition one = definition(first.indicator(), period);
            Variant way = one.variant(first.variant());
            return source(one, way == null ? one.variants().get(0) : way, period);
        }
        return measure(Expression.parse(variant.numerator(), measures.keySet())
                        .measures()
                        .iterator()
                        .next())
                .source();
    }

    private MeasureView measure(String code) {
        return Objects.requireNonNull(measures.get(code), code);
    }

    /** As the version of the time knows it, else as a later one does. */
    private Variant variant(IndicatorDefinition definition) {
        Variant variant = definition.variant(choice.variant());
        if (variant != null) {
            return variant;
        }
        return known(choice.code()).stream()
                .map(it -> it.variant(choice.variant()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new NotFound("variant", choice.code() + " " + choice.variant()));
    }

    private List<IndicatorDefinition> known(String code) {
        List<IndicatorDefinition> known = versions.get(code);
        if (known == null) {
            throw new NotFound("indicator", code);
        }
        return known;
    }

    /** The version in force on the last day of the period; before the first one, that one. */
    private IndicatorDefinition definition(String code, Period period) {
        List<IndicatorDefinition> known = known(code);
        return known.stream()
                .filter(it -> !it.validFrom().isAfter(period.last()))
                .findFirst()
                .orElse(known.get(known.size() - 1));
    }
}
