package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Splits a target among parts. Parts without a weight get nothing proposed and are left to a person. */
final class Shares {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Shares() {}

    /**
     * Whole numbers that sum exactly to the total: each part's floor, and what is left over one by one to those that lost
     * most by rounding (largest remainder). Neither the order of the parts nor anything but their keys breaks a tie.
     *
     * @param weights null = not known
     */
    static <K extends Comparable<K>> Map<K, BigDecimal> split(BigDecimal total, Map<K, @Nullable BigDecimal> weights) {
        BigInteger whole = total.setScale(0, RoundingMode.FLOOR).toBigIntegerExact();
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal weight : weights.values()) {
            sum = weight == null ? sum : sum.add(weight);
        }
        Map<K, BigDecimal> split = new LinkedHashMap<>();
        if (sum.signum() == 0) {
            return split;
        }
        BigInteger given = BigInteger.ZERO;
        List<Lost<K>> lost = new ArrayList<>();
        for (Map.Entry<K, @Nullable BigDecimal> part : weights.entrySet()) {
            BigDecimal weight = part.getValue();
            if (weight != null) {
                BigDecimal[] exact = new BigDecimal(whole).multiply(weight).divideAndRemainder(sum);
                split.put(part.getKey(), exact[0]);
                given = given.add(exact[0].toBigIntegerExact());
                lost.add(new Lost<>(part.getKey(), exact[1]));
            }
        }
        lost.sort(Comparator.<Lost<K>, BigDecimal>comparing(Lost::remainder)
                .reversed()
                .thenComparing(Lost::key));
        int left = whole.subtract(given).intValueExact();
        for (Lost<K> part : lost.subList(0, left)) {
            split.merge(part.key(), BigDecimal.ONE, BigDecimal::add);
        }
        return split;
    }

    /** The same rate for everybody. */
    static <K> Map<K, BigDecimal> same(BigDecimal rate, Iterable<K> parts) {
        Map<K, BigDecimal> split = new LinkedHashMap<>();
        parts.forEach(part -> split.put(part, rate));
        return split;
    }

    /**
     * Rates by what was reached so far: everybody closes the same share of the gap to 100%, so that who stands low rises
     * most and the average weighted by the denominators is the rate asked for. Where less is asked than was reached, all
     * go down in proportion.
     */
    static <K> Map<K, BigDecimal> lifted(BigDecimal rate, Map<K, Base> bases, int decimals) {
        Map<K, BigDecimal> reached = new LinkedHashMap<>();
        bases.forEach((part, base) -> reached.put(part, base.reached()));
        BigDecimal average = weighted(reached, denominators(bases));
        Map<K, BigDecimal> split = new LinkedHashMap<>();
        if (average == null) {
            return split;
        }
        boolean down = rate.compareTo(average) < 0;
        BigDecimal room = HUNDRED.subtract(average);
        if (!down && (room.signum() <= 0 || rate.compareTo(HUNDRED) > 0)) {
            return same(rate, bases.keySet());
        }
        BigDecimal closed = down
                ? rate.divide(average, MathContext.DECIMAL64)
                : rate.subtract(average).divide(room, MathContext.DECIMAL64);
        reached.forEach((part, now) -> split.put(
                part,
                (down ? now.multiply(closed) : now.add(HUNDRED.subtract(now).multiply(closed)))
                        .setScale(decimals, RoundingMode.HALF_UP)));
        return split;
    }

    /** The average of some rates, each weighing as much as its denominator; null where none has one. */
    static <K> @Nullable BigDecimal weighted(Map<K, BigDecimal> rates, Map<K, @Nullable BigDecimal> denominators) {
        BigDecimal above = BigDecimal.ZERO;
        BigDecimal below = BigDecimal.ZERO;
        for (Map.Entry<K, BigDecimal> rate : rates.entrySet()) {
            BigDecimal weight = denominators.get(rate.getKey());
            if (weight != null) {
                above = above.add(rate.getValue().multiply(weight));
                below = below.add(weight);
            }
        }
        return below.signum() == 0 ? null : above.divide(below, MathContext.DECIMAL64);
    }

    private static <K> Map<K, @Nullable BigDecimal> denominators(Map<K, Base> bases) {
        Map<K, @Nullable BigDecimal> denominators = new LinkedHashMap<>();
        bases.forEach((part, base) -> denominators.put(part, base.denominator()));
        return denominators;
    }

    /** What a part reached, and of how many. */
    record Base(BigDecimal reached, BigDecimal denominator) {}

    private record Lost<K>(K key, BigDecimal remainder) {}
}
