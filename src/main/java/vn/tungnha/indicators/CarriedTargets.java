package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
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

    private static final String STEPS = """
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
        Map<Key, CarriedTarget> found = new HashMap<>();
        for (Standings.Asked each : asked) {
            for (Long unit : ids) {
                CarriedTarget target = carried(each, unit, carry, known, targets, period);
                if (target != null) {
                    found.put(new Key(unit, each.choice()), target);
                }
            }
        }
        return new Found(found);
    }

    private @Nullable CarriedTarget carried(
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
                return carried(asked, each, made, own, known);
            }
            if (own.containsKey(unit)) {
                return null;
            }
        }
        return null;
    }

    private CarriedTarget carried(
            Standings.Asked asked,
            Period period,
            List<Long> made,
            Map<Long, TargetInForce> own,
            Map<Long, UnitView> known) {
        boolean rates = asked.kind() == Kind.RATE
                && made.stream()
                                .map(id -> Objects.requireNonNull(own.get(id))
                                        .amount()
                                        .stripTrailingZeros())
                                .distinct()
                                .count()
                        > 1;
        Map<Long, BigDecimal> denominators = rates ? denominators(asked, made, period) : Map.of();
        List<CarriedTarget.Source> sources = made.stream()
                .map(id -> new CarriedTarget.Source(
                        id,
                        Objects.requireNonNull(known.get(id)).name(),
                        Objects.requireNonNull(own.get(id)).amount(),
                        denominators.get(id)))
                .toList();
        return new CarriedTarget(period, Carry.amount(asked.kind(), sources), sources);
    }

    /** As they were while the units were there. */
    private Map<Long, BigDecimal> denominators(Standings.Asked asked, Collection<Long> made, Period period) {
        Map<Long, BigDecimal> denominators = new HashMap<>();
        figures.values(FigureQuery.ofUnits(
                        List.copyOf(made), List.of(asked.choice()), List.of(period), Structure.then()))
                .forEach(value -> {
                    BigDecimal denominator = value.denominator();
                    if (denominator != null) {
                        denominators.put(value.place(), denominator);
                    }
                });
        return denominators;
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
