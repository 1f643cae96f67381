package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.indicators.IndicatorDefinition.Kind;
import vn.tungnha.indicators.IndicatorDefinition.Variant;
import vn.tungnha.indicators.MeasureView.Adding;
import vn.tungnha.indicators.MeasureView.Source;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Period;

/**
 * Holds any number of places against their targets at a constant number of statements. It does not ask who is reading.
 *
 * <p>Where the target was set for a longer period than the one asked for, that longer one is looked at.
 */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class Standings {

    private final Figures figures;
    private final Definitions definitions;
    private final TargetRows rows;
    private final CarriedTargets carried;
    private final LastHeard heard;
    private final Clock clock;

    /** One for each indicator and place, in that order. */
    public List<Standing> of(
            List<TargetPlace> places, List<IndicatorChoice> choices, Period period, Structure structure) {
        LocalDate today = Days.today(clock);
        Map<String, MeasureView> measures = definitions.measures();
        List<Asked> asked =
                choices.stream().map(choice -> asked(choice, period, measures)).toList();
        List<Integer> ids = asked.stream().map(it -> it.definition().id()).toList();
        TargetRows.Found targets = rows.read(ids, places);
        CarriedTargets.Found derived = carried.find(asked, places, period, structure);
        Goals goals = new Goals(targets, derived, period);
        Map<Spot, IndicatorValue> values = values(places, asked, goals, structure);
        Concerns concerns = concerns(places, asked, measures, today);
        List<Standing> all = new ArrayList<>();
        for (Asked each : asked) {
            for (TargetPlace place : places) {
                Goal goal = goals.of(each, place);
                Standing standing = standing(
                        each,
                        place,
                        Objects.requireNonNull(values.get(each.at(place.key(), goal.period()))),
                        each.amount(
                                values.get(each.at(place.key(), goal.period().previous()))),
                        goal,
                        structure,
                        today);
                all.add(standing.with(concerns.of(standing)));
            }
        }
        return all;
    }

    private Asked asked(IndicatorChoice wanted, Period period, Map<String, MeasureView> measures) {
        IndicatorChoice choice = definitions.canonical(wanted.code(), wanted.variant());
        IndicatorDefinition definition = definitions
                .find(choice.code(), period.last())
                .orElseGet(() -> definitions.history(choice.code()).stream()
                        .findFirst()
                        .orElseThrow(() -> new vn.tungnha.shared.NotFound("indicator", choice.code())));
        Variant variant = definition.variant(choice.variant());
        if (variant == null) {
            throw new vn.tungnha.shared.NotFound("variant", choice.code() + " " + choice.variant());
        }
        Set<String> above = above(definition, variant, period, measures.keySet());
        boolean stock = above.stream()
                .anyMatch(code -> Objects.requireNonNull(measures.get(code)).adds(Adding.STOCK));
        MeasureView counted =
                Objects.requireNonNull(measures.get(above.iterator().next()));
        return new Asked(choice, definition, variant, stock, counted);
    }

    /** Measures above the line; of a score, those of the first thing it is made of. */
    private Set<String> above(IndicatorDefinition definition, Variant variant, Period period, Set<String> known) {
        if (!variant.ofScore()) {
            return Expression.parse(variant.numerator(), known).measures();
        }
        IndicatorDefinition.Component first = definition.components().get(0);
        IndicatorDefinition one = definitions.require(first.indicator(), period.last());
        Variant way = one.variant(first.variant());
        return Expression.parse((way == null ? one.variants().get(0) : way).numerator(), known)
                .measures();
    }

    private Map<Spot, IndicatorValue> values(
            List<TargetPlace> places, List<Asked> asked, Goals goals, Structure structure) {
        Set<Period> looked = new LinkedHashSet<>();
        for (Asked each : asked) {
            for (TargetPlace place : places) {
                Period own = goals.of(each, place).period();
                looked.add(own);
                looked.add(own.previous());
            }
        }
        List<Period> periods = List.copyOf(looked);
        List<Long> units = ids(places, false);
        List<Long> teams = ids(places, true);
        Iterator<IndicatorValue> found = figures.values(new FigureQuery(
                        units, teams, asked.stream().map(Asked::choice).toList(), periods, structure, false))
                .iterator();
        Map<Spot, IndicatorValue> values = new HashMap<>();
        for (Asked each : asked) {
            for (int i = 0; i < periods.size() * (units.size() + teams.size()); i++) {
                IndicatorValue value = found.next();
                values.put(each.at(new TargetPlace.Key(value.place(), value.ofTeam()), value.period()), value);
            }
        }
        return values;
    }

    private static Standing standing(
            Asked asked,
            TargetPlace place,
            IndicatorValue value,
            @Nullable BigDecimal before,
            Goal set,
            Structure structure,
            LocalDate today) {
        BigDecimal amount = asked.amount(value);
        BigDecimal goal = set.amount();
        boolean flow = asked.flow();
        Span span = structure.pinned() != null && !place.team()
                ? new Span(value.period().first(), value.period().last())
                : Span.of(value.period(), place.bornOn(), place.endedOn());
        boolean up = value.definition().up();
        return new Standing(
                place,
                asked.kind(),
                value,
                amount,
                flow ? null : before,
                set.target(),
                set.carried(),
                flow,
                flow
                        ? Progress.ofFlow(span, today, amount, goal)
                        : Progress.ofLevel(span, today, before, amount, goal, up),
                asked.counted(),
                List.of());
    }

    private Concerns concerns(
            List<TargetPlace> places, List<Asked> asked, Map<String, MeasureView> measures, LocalDate today) {
        List<Integer> reported = asked.stream()
                .map(Asked::counted)
                .filter(it -> it.source() == Source.REPORTED)
                .map(MeasureView::id)
                .distinct()
                .toList();
        boolean field = asked.stream().anyMatch(it -> it.counted().source() == Source.FIELD);
        return new Concerns(
                today,
                field ? heard.visits(places, today) : Map.of(),
                reported.isEmpty() ? Map.of() : heard.reports(places, reported, today),
                measures.values().stream()
                        .filter(it -> it.source() == Source.POPULATION)
                        .map(MeasureView::code)
                        .collect(Collectors.toSet()));
    }

    private static List<Long> ids(Collection<TargetPlace> places, boolean teams) {
        return places.stream()
                .filter(it -> it.team() == teams)
                .map(TargetPlace::id)
                .toList();
    }

    /** What there is to reach, and in which period. */
    private record Goal(
            @Nullable TargetInForce target, @Nullable CarriedTarget carried, Period period) {

        @Nullable
        BigDecimal amount() {
            return Standing.goal(target, carried);
        }
    }

    /** Targets set and targets carried; what was carried counts beside what was set for the same period. */
    private record Goals(TargetRows.Found targets, CarriedTargets.Found derived, Period asked) {

        Goal of(Asked each, TargetPlace place) {
            TargetInForce own = each.target(targets, place, asked);
            CarriedTarget carried = derived.of(place, each);
            if (own == null) {
                return new Goal(null, carried, carried == null ? asked : carried.period());
            }
            Period period = Period.parse(own.period()).orElse(asked);
            return new Goal(own, carried != null && carried.period().equals(period) ? carried : null, period);
        }
    }

    /** A figure of one place in one period. */
    private record Spot(TargetPlace.Key place, IndicatorChoice choice, String period) {}

    /** An indicator as it is held against a target. */
    record Asked(
            IndicatorChoice choice,
            IndicatorDefinition definition,
            Variant variant,
            boolean stock,
            MeasureView counted) {

        /** A quota is a count, though the figure is shown as a share of it. */
        Kind kind() {
            return variant.ofQuota() ? Kind.COUNT : variant.kind();
        }

        boolean flow() {
            return kind() == Kind.COUNT && !stock;
        }

        @Nullable
        TargetInForce target(TargetRows.Found targets, TargetPlace place, Period period) {
            return targets.of(place, definition.id(), kind().name(), period, !flow());
        }

        @Nullable
        BigDecimal amount(@Nullable IndicatorValue value) {
            if (value == null) {
                return null;
            }
            return kind() == Kind.COUNT ? value.numerator() : value.kind() == Kind.RATE ? value.value() : null;
        }

        private Spot at(TargetPlace.Key place, Period period) {
            return new Spot(place, choice, period.code());
        }
    }
}
