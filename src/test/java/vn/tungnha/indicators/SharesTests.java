package vn.tungnha.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever is handed down, the sum is exact and nobody is favoured by the order. */
class SharesTests {

    @Property
    void splitsWithoutLosingOrInventingAnything(
            @ForAll @IntRange(max = 5_000_000) int total, @ForAll("weights") List<Integer> weights) {
        Map<Integer, BigDecimal> parts = known(weights);
        Assume.that(parts.values().stream().anyMatch(it -> it != null && it.signum() > 0));

        Map<Integer, BigDecimal> split = Shares.split(BigDecimal.valueOf(total), parts);

        assertThat(split.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(BigDecimal.valueOf(total));
        assertThat(split.values())
                .allMatch(it -> it.signum() >= 0 && it.stripTrailingZeros().scale() <= 0);
    }

    @Property
    void leavesOutWhoseWeightIsNotKnownAndNobodyElse(
            @ForAll @IntRange(min = 1, max = 100_000) int total, @ForAll("weights") List<Integer> weights) {
        Map<Integer, BigDecimal> parts = known(weights);
        Assume.that(parts.values().stream().anyMatch(it -> it != null && it.signum() > 0));

        Map<Integer, BigDecimal> split = Shares.split(BigDecimal.valueOf(total), parts);

        parts.forEach((key, weight) -> assertThat(split.containsKey(key)).isEqualTo(weight != null));
    }

    @Property
    void doesNotCareForTheOrder(
            @ForAll @IntRange(max = 100_000) int total,
            @ForAll("weights") List<Integer> weights,
            @ForAll Random random) {
        Map<Integer, BigDecimal> parts = known(weights);
        List<Integer> keys = new ArrayList<>(parts.keySet());
        Collections.shuffle(keys, random);
        Map<Integer, BigDecimal> shuffled = new LinkedHashMap<>();
        keys.forEach(key -> shuffled.put(key, parts.get(key)));

        assertThat(Shares.split(BigDecimal.valueOf(total), shuffled))
                .isEqualTo(Shares.split(BigDecimal.valueOf(total), parts));
    }

    @Property
    void givesNobodyMoreThanOneAboveOrBelowTheExactShare(
            @ForAll @IntRange(max = 1_000_000) int total, @ForAll("weights") List<Integer> weights) {
        Map<Integer, BigDecimal> parts = known(weights);
        double sum = parts.values().stream()
                .mapToDouble(it -> it == null ? 0 : it.doubleValue())
                .sum();
        Assume.that(sum > 0);

        Shares.split(BigDecimal.valueOf(total), parts).forEach((key, share) -> assertThat(share.doubleValue())
                .isCloseTo(total * parts.get(key).doubleValue() / sum, within(1.0)));
    }

    @Example
    void proposesNothingWhereNothingIsKnown() {
        Map<String, BigDecimal> unknown = new LinkedHashMap<>();
        unknown.put("A", null);
        unknown.put("B", BigDecimal.ZERO);

        assertThat(Shares.split(BigDecimal.TEN, unknown)).isEmpty();
    }

    @Property
    void liftsRatesSoThatTheirWeightedAverageIsTheTarget(
            @ForAll("bases") List<Shares.Base> bases, @ForAll @IntRange(min = 1, max = 100) int rate) {
        Map<Integer, Shares.Base> parts = new LinkedHashMap<>();
        bases.forEach(base -> parts.put(parts.size(), base));
        Map<Integer, BigDecimal> denominators = new LinkedHashMap<>();
        parts.forEach((key, base) -> denominators.put(key, base.denominator()));
        Assume.that(bases.stream().anyMatch(base -> base.reached().signum() > 0));

        Map<Integer, BigDecimal> lifted = Shares.lifted(BigDecimal.valueOf(rate), parts, 4);

        assertThat(Shares.weighted(lifted, denominators))
                .isCloseTo(BigDecimal.valueOf(rate), within(new BigDecimal("0.0001")));
        assertThat(lifted.values()).allMatch(it -> it.signum() >= 0 && it.compareTo(BigDecimal.valueOf(100)) <= 0);
    }

    @Provide
    Arbitrary<List<Integer>> weights() {
        return Arbitraries.integers()
                .between(0, 200_000)
                .injectNull(0.15)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<Shares.Base>> bases() {
        return Arbitraries.integers()
                .between(0, 1000)
                .flatMap(rate -> Arbitraries.integers()
                        .between(1, 90_000)
                        .map(people -> new Shares.Base(BigDecimal.valueOf(rate, 1), BigDecimal.valueOf(people))))
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    private static Map<Integer, BigDecimal> known(List<Integer> weights) {
        Map<Integer, BigDecimal> parts = new LinkedHashMap<>();
        weights.forEach(weight -> parts.put(parts.size(), weight == null ? null : BigDecimal.valueOf(weight)));
        return parts;
    }
}
