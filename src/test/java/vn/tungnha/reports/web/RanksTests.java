package vn.tungnha.reports.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RanksTests {

    @Test
    void givesEqualsTheSameRankAndCountsThemAllBeforeTheNext() {
        Ranks ranks = Ranks.of(amounts("90", "88.5", "88.50", "70"), true);

        assertThat(numbers(ranks, 4)).containsExactly(1, 2, 2, 4);
        assertThat(List.of(ranks.shared(0), ranks.shared(1), ranks.shared(2), ranks.shared(3)))
                .containsExactly(false, true, true, false);
        assertThat(ranks.size()).isEqualTo(4);
    }

    @Test
    void putsTheLeastFirstWhereLessIsBetter() {
        assertThat(numbers(Ranks.of(amounts("3", "1", "2", "1"), false), 4)).containsExactly(4, 1, 3, 1);
    }

    @Test
    void leavesWhoHasNoAmountWithoutARank() {
        Ranks ranks = Ranks.of(amounts("1"), true);

        assertThat(ranks.number(7)).isNull();
        assertThat(ranks.shared(7)).isFalse();
        assertThat(Ranks.of(Map.of(), true).size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void ranksEverybodyOneBelowTheNumberOfThoseWhoAreBetter(long seed) {
        Random dice = new Random(seed);
        Map<Long, BigDecimal> amounts = new LinkedHashMap<>();
        for (long place = 0; place < 60; place++) {
            amounts.put(place, BigDecimal.valueOf(dice.nextInt(20)));
        }

        Ranks ranks = Ranks.of(amounts, true);

        amounts.forEach((place, amount) -> assertThat(ranks.number(place))
                .isEqualTo(1
                        + (int) amounts.values().stream()
                                .filter(other -> other.compareTo(amount) > 0)
                                .count()));
    }

    private static Map<Long, BigDecimal> amounts(String... values) {
        Map<Long, BigDecimal> amounts = new LinkedHashMap<>();
        for (String value : values) {
            amounts.put((long) amounts.size(), new BigDecimal(value));
        }
        return amounts;
    }

    private static List<Integer> numbers(Ranks ranks, int count) {
        return LongStream.range(0, count).mapToObj(ranks::number).toList();
    }
}
