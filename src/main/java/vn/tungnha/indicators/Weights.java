package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.indicators.IndicatorDefinition.Variant;
import vn.tungnha.indicators.MeasureView.Source;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Period;

/** By what targets can be handed down: how many people a place has, and what it reached before. Unknown places are absent. */
@Component
@RequiredArgsConstructor
class Weights {

    private final Definitions definitions;
    private final Spots spots;
    private final ReportedFigures reported;
    private final Figures figures;
    private final Clock clock;

    /** The population behind the indicator's denominators, else one counted in the same unit, else all people. */
    MeasureView population(IndicatorDefinition definition, MeasureView counted) {
        Map<String, MeasureView> measures = definitions.measures();
        for (Variant variant : definition.variants()) {
            MeasureView below = variant.denominator() == null ? null : measures.get(variant.denominator());
            if (below != null && below.source() == Source.POPULATION) {
                return below;
            }
        }
        List<MeasureView> all = measures.values().stream()
                .filter(it -> it.source() == Source.POPULATION)
                .toList();
        return all.stream()
                .filter(it -> it.unitVi().equals(counted.unitVi()))
                .findFirst()
                .orElse(all.get(0));
    }

    Map<TargetPlace.Key, BigDecimal> people(
            List<TargetPlace> places, MeasureView measure, Period period, Structure structure) {
        FigureQuery query =
                new FigureQuery(ids(places, false), ids(places, true), List.of(), List.of(period), structure, false);
        Spots.Layout layout = spots.layout(query, List.of(period));
        Parts parts = new Parts();
        reported.read(layout.all(), List.of(measure), Days.today(clock), parts);
        Map<TargetPlace.Key, BigDecimal> people = new HashMap<>();
        for (TargetPlace place : places) {
            Spot spot = layout.of(place.id(), place.team(), period);
            BigDecimal amount = spot == null ? null : amount(spot, layout, measure, parts);
            if (amount != null) {
                people.put(place.key(), amount);
            }
        }
        return people;
    }

    private static @Nullable BigDecimal amount(Spot spot, Spots.Layout layout, MeasureView measure, Parts parts) {
        List<Spot> cells = spot.whole() ? Objects.requireNonNull(layout.cells().get(spot)) : List.of(spot);
        BigDecimal sum = null;
        for (Spot cell : cells) {
            Part part = parts.get(cell.n(), measure.id());
            if (part == null) {
                return null;
            }
            sum = sum == null ? part.amount() : sum.add(part.amount());
        }
        return sum;
    }

    /** What was reached in the same period of last year, else in the one before. */
    Map<TargetPlace.Key, IndicatorValue> past(
            List<TargetPlace> places, IndicatorChoice choice, Period period, Structure structure) {
        List<Period> periods = new ArrayList<>(List.of(period.sameLastYear()));
        if (!periods.contains(period.previous())) {
            periods.add(period.previous());
        }
        Map<TargetPlace.Key, IndicatorValue> past = new HashMap<>();
        figures
                .values(new FigureQuery(
                        ids(places, false), ids(places, true), List.of(choice), periods, structure, false))
                .stream()
                .filter(value -> value.numerator() != null || value.value() != null)
                .forEach(value -> past.putIfAbsent(new TargetPlace.Key(value.place(), value.ofTeam()), value));
        return past;
    }

    private static List<Long> ids(List<TargetPlace> places, boolean teams) {
        return places.stream()
                .filter(it -> it.team() == teams)
                .map(TargetPlace::id)
                .toList();
    }
}
