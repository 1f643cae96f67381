package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tungnha.indicators.IndicatorDefinition.Kind;

/**
 * What becomes of targets when units are merged whole: counts add, rates are averaged by denominator.
 *
 * @param steps who went into whom
 * @param bornOn when the units that took others in came to be
 */
record Carry(List<Step> steps, Map<Long, LocalDate> bornOn) {

    /** One unit went into another as a whole. */
    record Step(long fromId, long toId, LocalDate effective) {}

    /**
     * Whose targets make up that of a unit now; empty when nothing is to be added to its own. A target set for a unit
     * founded by the merger, or set on the day of the merger or later, already speaks of the whole.
     */
    List<Long> sources(long unit, Map<Long, TargetInForce> own) {
        List<Long> all = made(unit, own);
        return all.equals(List.of(unit)) ? List.of() : all;
    }

    private List<Long> made(long unit, Map<Long, TargetInForce> own) {
        TargetInForce target = own.get(unit);
        List<Long> made = new ArrayList<>();
        if (target != null) {
            made.add(unit);
        }
        for (Step step : steps) {
            if (step.toId() == unit && (target == null || !speaksOf(target, step))) {
                made.addAll(made(step.fromId(), own));
            }
        }
        return made;
    }

    private boolean speaksOf(TargetInForce target, Step step) {
        LocalDate born = bornOn.get(step.toId());
        return !target.enteredOn().isBefore(step.effective())
                || born != null && !step.effective().isAfter(born);
    }

    /** Null where rates differ and a denominator is not known. */
    static @Nullable BigDecimal amount(Kind kind, List<CarriedTarget.Source> sources) {
        if (kind == Kind.COUNT) {
            return sources.stream().map(CarriedTarget.Source::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
        BigDecimal first = sources.get(0).amount();
        if (sources.stream().allMatch(it -> it.amount().compareTo(first) == 0)) {
            return first;
        }
        Map<Long, BigDecimal> rates = new LinkedHashMap<>();
        Map<Long, @Nullable BigDecimal> weights = new LinkedHashMap<>();
        for (CarriedTarget.Source source : sources) {
            if (source.denominator() == null) {
                return null;
            }
            rates.put(source.unitId(), source.amount());
            weights.put(source.unitId(), source.denominator());
        }
        BigDecimal average = Shares.weighted(rates, weights);
        return average == null
                ? null
                : average.setScale(2, java.math.RoundingMode.HALF_UP).stripTrailingZeros();
    }
}
