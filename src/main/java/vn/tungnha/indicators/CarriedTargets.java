package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.indicators.IndicatorDefinition.Kind;
import vn.tungnha.shared.Period;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Works out, for units as they are on a chosen day, what follows from the targets of units merged into them. */
@Component
@RequiredArgsConstructor
class CarriedTargets {

    static final String STEPS = """
            with recursive step as (
                select s.from_id, s.to_id, s.effective from unit_succession s
                where s.to_id = any(:units) and s.kind = 'WHOLE' and s.effective <= :day
                union
                select s.from_id, s.to_id, s.effective from unit_succession s join step on s.to_id = step.from_id
                where s.kind = 'WHOLE')
            select from_id, to_id, effective from step order by effective, from_id
            """;

    private final JdbcClient jdbc;
    private final TargetRows rows;
    private final Figures figures;
    private final Units units;

    /** Only in a structure of a chosen day are units what others were merged into. */
    Found find(List<Standings.Asked> asked, List<TargetPlace> places, Period period, Structure structure) {
        LocalDate day = structure.pinned();
        List<Long> ids =
                places.stream().filter(it -> !it.team()).map(TargetPlace::id).toList();
        if (day == null || ids.isEmpty()) {
            return Found.NOTHING;
        }
        List<Carry.Step> steps = jdbc.sql(STEPS)
                .param("units", ids.toArray(Long[]::new))
                .param("day", day)
                .query(Carry.Step.class)
                .list();
        if (steps.isEmpty()) {
            return Found.NOTHING;
        }
        Set<Long> all = new LinkedHashSet<>(ids);
        steps.forEach(step -> all.add(step.fromId()));
        Map<Long, UnitView> known = units.all(all, day);
        List<TargetPlace> sources = known.values().stream().map(TargetPlace::of).toList();
        TargetRows.Found targets =
                rows.read(asked.stream().map(it -> it.definition().id()).toList(), sources);
        Map<Long, LocalDate> born = new HashMap<>();
        known.values().forEach(unit -> born.put(unit.id(), unit.validFrom()));
        Carry carry = new Carry(steps, born);
        List<Made> made = new ArrayList<>();
        for (Standings.Asked each : asked) {
            for (Long unit : ids) {
                Made one = made(each, unit, carry, known, targets, period);
                if (one != null) {
                    made.add(one);
                }
            }
        }
        Map<Weighed, BigDecimal> denominators = denominators(made);
        Map<Key, CarriedTarget> found = new HashMap<>();
        made.forEach(one -> found.put(new Key(one.unit(), one.asked().choice()), one.target(known, denominators)));
        return new Found(found);
    }

    private static @Nullable Made made(
            Standings.Asked asked,
            long unit,
            Carry carry,
            Map<Long, UnitView> known,
            TargetRows.Found targets,
            Period period) {
        for (Period each : asked.flow() ? List.of(period) : TargetRows.around(period)) {
            Map<Long, TargetInForce> own = new HashMap<>();
            for (UnitView view : known.values()) {
                TargetInForce target = targets.of(
                        TargetPlace.of(view),
                        asked.definition().id(),
                        asked.kind().name(),
                        each,
                        false);
                if (target != null && Objects.equals(target.unitId(), view.id())) {
                    own.put(view.id(), target);
                }
            }
            List<Long> made = carry.sources(unit, own);
            if (!made.isEmpty()) {
                return new Made(asked, unit, each, made, own);
            }
            if (own.containsKey(unit)) {
                return null;
            }
        }
        return null;
    }

    /** As they were while the units were there; read at once for all whose rates have to be averaged. */
    private Map<Weighed, BigDecimal> denominators(List<Made> made) {
        List<Made> rates = made.stream().filter(Made::differs).toList();
        Map<Weighed, BigDecimal> denominators = new HashMap<>();
        if (rates.isEmpty()) {
            return denominators;
        }
        figures.values(FigureQuery.ofUnits(
                        rates.stream()
                                .flatMap(it -> it.from().stream())
                                .distinct()
                                .toList(),
                        rates.stream().map(it -> it.asked().choice()).distinct().toList(),
                        rates.stream().map(Made::period).distinct().toList(),
                        Structure.then()))
                .forEach(value -> {
                    BigDecimal denominator = value.denominator();
                    if (denominator != null) {
                        denominators.put(
                                new Weighed(
                                        value.place(),
                                        value.indicator(),
                                        value.variant().code(),
                                        value.period().code()),
                                denominator);
                    }
                });
        return denominators;
    }

    /** The denominator of a unit's figure in a period. */
    private record Weighed(long unit, String indicator, String variant, String period) {}

    /**
     * A unit whose target is made of others'.
     *
     * @param from whose targets they are
     * @param own the targets by unit
     */
    private record Made(
            Standings.Asked asked, long unit, Period period, List<Long> from, Map<Long, TargetInForce> own) {

        BigDecimal amount(long source) {
            return Objects.requireNonNull(own.get(source)).amount();
        }

        /** Equal rates need no weights. */
        boolean differs() {
            return asked.kind() == Kind.RATE
                    && from.stream()
                                    .map(it -> amount(it).stripTrailingZeros())
                                    .distinct()
                                    .count()
                            > 1;
        }

        CarriedTarget target(Map<Long, UnitView> known, Map<Weighed, BigDecimal> denominators) {
            List<CarriedTarget.Source> sources = from.stream()
                    .map(it -> new CarriedTarget.Source(
                            it,
                            Objects.requireNonNull(known.get(it)).name(),
                            amount(it),
                            differs() ? denominators.get(weighed(it)) : null))
                    .toList();
            return new CarriedTarget(period, Carry.amount(asked.kind(), sources), sources);
        }

        private Weighed weighed(long source) {
            return new Weighed(
                    source, asked.definition().code(), asked.variant().code(), period.code());
        }
    }

    private record Key(long unit, IndicatorChoice choice) {}

    /** What was found. */
    record Found(Map<Key, CarriedTarget> targets) {

        static final Found NOTHING = new Found(Map.of());

        @Nullable
        CarriedTarget of(TargetPlace place, Standings.Asked asked) {
            return place.team() ? null : targets.get(new Key(place.id(), asked.choice()));
        }
    }
}
