package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.indicators.IndicatorDefinition.Kind;
import vn.tungnha.indicators.IndicatorDefinition.Variant;
import vn.tungnha.indicators.MeasureView.Adding;
import vn.tungnha.indicators.MeasureView.Source;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.Period;

/** Reckons indicators for any places and periods at a constant number of statements. It does not ask who is reading. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class Figures {

    private final Definitions definitions;
    private final Spots spots;
    private final FieldFigures field;
    private final ReportedFigures reported;
    private final Goals goals;
    private final Clock clock;

    /** One value for each place, indicator and period, in that order. */
    public List<IndicatorValue> values(FigureQuery query) {
        LocalDate today = Days.today(clock);
        List<IndicatorChoice> choices = query.indicators().stream()
                .map(it -> definitions.canonical(it.code(), it.variant()))
                .toList();
        Map<String, List<IndicatorDefinition>> versions = definitions.versionsOf(
                choices.stream().map(IndicatorChoice::code).distinct().toList());
        Map<String, MeasureView> measures = definitions.measures();
        Set<Period> periods = withComparisons(query.periods());
        Spots.Layout layout = spots.layout(query, periods);

        Map<Integer, MeasureView> needed = new LinkedHashMap<>();
        Set<Integer> indicators = new LinkedHashSet<>();
        for (IndicatorChoice choice : choices) {
            for (IndicatorDefinition definition : known(versions, choice)) {
                indicators.add(definition.id());
                Variant variant = definition.variant(choice.variant());
                if (variant != null) {
                    Definitions.measuresOf(variant, measures.keySet()).forEach(code -> {
                        MeasureView measure = Objects.requireNonNull(measures.get(code));
                        needed.put(measure.id(), measure);
                    });
                }
            }
        }
        Parts parts = new Parts();
        field.read(layout.all(), needed.values(), parts);
        reported.read(layout.all(), needed.values(), today, parts);
        Goals.Found found = goals.read(layout.all(), indicators);

        List<IndicatorValue> values = new ArrayList<>();
        for (IndicatorChoice choice : choices) {
            Reader reader = new Reader(choice, known(versions, choice), measures, layout, parts, found, today);
            for (Period period : query.periods()) {
                query.units().forEach(unit -> values.add(reader.value(unit, false, period)));
                query.teams().forEach(team -> values.add(reader.value(team, true, period)));
            }
        }
        return values;
    }

    private static List<IndicatorDefinition> known(
            Map<String, List<IndicatorDefinition>> versions, IndicatorChoice choice) {
        List<IndicatorDefinition> known = versions.get(choice.code());
        if (known == null) {
            throw new NotFound("indicator", choice.code());
        }
        return known;
    }

    private static Set<Period> withComparisons(Collection<Period> periods) {
        Set<Period> all = new LinkedHashSet<>(periods);
        for (Period period : periods) {
            all.add(period.previous());
            all.add(period.sameLastYear());
        }
        return all;
    }

    /** One indicator over everything that was read. */
    private record Reader(
            IndicatorChoice choice,
            List<IndicatorDefinition> versions,
            Map<String, MeasureView> measures,
            Spots.Layout layout,
            Parts parts,
            Goals.Found goals,
            LocalDate today) {

        IndicatorValue value(long place, boolean ofTeam, Period period) {
            IndicatorDefinition definition = definition(period);
            Variant variant = variant(definition);
            Spot spot = layout.of(place, ofTeam, period);
            Reckoning.Result result = result(place, ofTeam, period);
            StatedValue stated = spot == null ? null : goals.stated(spot, definition.id(), variant);
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
                    result(place, ofTeam, period.previous()).value(),
                    result(place, ofTeam, period.sameLastYear()).value(),
                    only != null ? Source.STATED : source(variant),
                    stated,
                    only != null ? null : result.coverage(),
                    result.exact(),
                    result.value() == null ? null : asOf(result, period));
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

        private Reckoning.Result result(long place, boolean ofTeam, Period period) {
            Spot spot = layout.of(place, ofTeam, period);
            if (spot == null) {
                return Reckoning.Result.nothing();
            }
            IndicatorDefinition definition = definition(period);
            return new Reckoning(definition, variant(definition), measures, parts, goals)
                    .at(spot, layout.cells().getOrDefault(spot, List.of()));
        }

        private Goals.@Nullable Target target(@Nullable Spot spot, IndicatorDefinition definition, Variant variant) {
            if (spot == null) {
                return null;
            }
            if (variant.ofQuota()) {
                Goals.Target rate = goals.target(spot, definition.id(), "RATE", true);
                return rate == null && goals.target(spot, definition.id(), "COUNT", true) != null
                        ? new Goals.Target(
                                BigDecimal.valueOf(100), spot.period().code())
                        : rate;
            }
            boolean flow = Expression.parse(variant.numerator(), measures.keySet()).measures().stream()
                    .noneMatch(code -> measure(code).adds(Adding.STOCK));
            return goals.target(spot, definition.id(), variant.kind().name(), variant.kind() == Kind.RATE || !flow);
        }

        private Source source(Variant variant) {
            return measure(Expression.parse(variant.numerator(), measures.keySet())
                            .measures()
                            .iterator()
                            .next())
                    .source();
        }

        private MeasureView measure(String code) {
            return Objects.requireNonNull(measures.get(code), code);
        }

        private Variant variant(IndicatorDefinition definition) {
            Variant variant = definition.variant(choice.variant());
            if (variant == null) {
                throw new NotFound("variant", choice.code() + " " + choice.variant());
            }
            return variant;
        }

        /** The version in force on the last day of the period; the first one for days before it. */
        private IndicatorDefinition definition(Period period) {
            return versions.stream()
                    .filter(it -> !it.validFrom().isAfter(period.last())
                            && !it.validTo().isBefore(period.last()))
                    .findFirst()
                    .orElse(versions.get(versions.size() - 1));
        }
    }
}
