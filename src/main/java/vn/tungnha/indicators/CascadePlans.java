package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.indicators.CascadePlan.Method;
import vn.tungnha.indicators.IndicatorDefinition.Kind;
import vn.tungnha.shared.Period;

/** Proposes how a target is split among the parts of a unit. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class CascadePlans {

    /** Targets are promised in round figures, however finely results are shown. */
    private static final int TARGET_DECIMALS = 1;

    private final Weights weights;

    /** A proposal by the method; nothing is stored. */
    public CascadePlan plan(
            Standing whole,
            BigDecimal total,
            List<Standing> parts,
            IndicatorChoice choice,
            Method method,
            Structure structure) {
        List<TargetPlace> places = parts.stream().map(Standing::place).toList();
        Period period = whole.value().period();
        MeasureView people =
                method == Method.POPULATION ? weights.population(whole.value().definition(), whole.counted()) : null;
        Map<TargetPlace.Key, BigDecimal> basis =
                people == null ? new HashMap<>() : weights.people(places, people, period, structure);
        Map<TargetPlace.Key, BigDecimal> denominators = new HashMap<>();
        parts.forEach(part -> put(denominators, part, part.value().denominator()));
        if (method == Method.PAST) {
            Map<TargetPlace.Key, IndicatorValue> past = weights.past(places, choice, period, structure);
            past.forEach((place, value) -> {
                BigDecimal amount = whole.kind() == Kind.COUNT
                        ? value.numerator()
                        : value.kind() == Kind.RATE ? value.value() : null;
                if (amount != null) {
                    basis.put(place, amount.max(BigDecimal.ZERO));
                }
                BigDecimal denominator = value.denominator();
                if (denominator != null) {
                    denominators.putIfAbsent(place, denominator);
                }
            });
        }
        Map<TargetPlace.Key, BigDecimal> proposed = proposed(whole, total, parts, method, basis, denominators);
        return new CascadePlan(
                whole,
                total,
                method,
                people,
                parts.stream()
                        .map(part -> new CascadePlan.Row(
                                part,
                                basis.get(part.place().key()),
                                proposed.get(part.place().key()),
                                whole.kind() == Kind.RATE
                                        ? denominators.get(part.place().key())
                                        : null))
                        .toList());
    }

    private static Map<TargetPlace.Key, BigDecimal> proposed(
            Standing whole,
            BigDecimal total,
            List<Standing> parts,
            Method method,
            Map<TargetPlace.Key, BigDecimal> basis,
            Map<TargetPlace.Key, BigDecimal> denominators) {
        Map<TargetPlace.Key, @Nullable BigDecimal> shares = new HashMap<>();
        parts.forEach(part -> shares.put(
                part.place().key(),
                method == Method.EVEN ? BigDecimal.ONE : basis.get(part.place().key())));
        if (method == Method.HAND) {
            Map<TargetPlace.Key, BigDecimal> present = new HashMap<>();
            parts.forEach(part -> put(present, part, part.set(whole.value().period())));
            return present;
        }
        if (whole.kind() == Kind.COUNT) {
            return Shares.split(total, shares);
        }
        if (method != Method.PAST) {
            return Shares.same(total, shares.keySet());
        }
        Map<TargetPlace.Key, Shares.Base> bases = new HashMap<>();
        basis.forEach((place, reached) -> {
            BigDecimal denominator = denominators.get(place);
            if (denominator != null && denominator.signum() > 0) {
                bases.put(place, new Shares.Base(reached, denominator));
            }
        });
        return Shares.lifted(
                total,
                bases,
                Math.min(TARGET_DECIMALS, whole.value().definition().decimals()));
    }

    private static void put(Map<TargetPlace.Key, BigDecimal> map, Standing part, @Nullable BigDecimal amount) {
        if (amount != null) {
            map.put(part.place().key(), amount);
        }
    }
}
