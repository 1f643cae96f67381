package vn.tungnha.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tungnha.indicators.IndicatorDefinition.Component;

/** Points: weights, thresholds, caps, what does not apply and what is not known. */
class ScoreTests {

    /** Worked out by hand: weight x value / threshold, no more than the weight. */
    @ParameterizedTest
    @CsvSource({
        // weight, full at, value, capped, direction, points
        "6,   100, 50,     true,  UP,   3",
        "2,   80,  40,     true,  UP,   1",
        "2,   80,  80,     true,  UP,   2",
        "2,   80,  96,     true,  UP,   2",
        "2,   80,  96,     false, UP,   2.4",
        "4,   50,  138.43, true,  UP,   4",
        "4.4, 80,  61.2,   true,  UP,   3.366",
        "6,   90,  -10,    true,  UP,   0",
        "6,   100, 0,      true,  UP,   0",
        "5,   2,   4,      true,  DOWN, 2.5",
        "5,   2,   1,      true,  DOWN, 5",
        "5,   2,   0,      true,  DOWN, 5",
    })
    void givesPointsByThresholdAndCap(
            BigDecimal weight,
            BigDecimal fullAt,
            BigDecimal value,
            boolean capped,
            String direction,
            BigDecimal points) {
        Component component = new Component("X", null, null, null, weight, fullAt, capped);

        assertThat(Score.points(component, value, direction)).isEqualByComparingTo(points);
    }

    @Test
    void dividesPointsEarnedByPointsThatCouldBeHad() {
        Score score = new Score();
        add(score, 2, 80, "40", "100");
        add(score, 2, 80, "90", "100");
        add(score, 6, 100, "33", "100");

        Reckoning.Result result = score.result(BigDecimal.valueOf(100));

        assertThat(result.numerator()).isEqualByComparingTo("4.98");
        assertThat(result.denominator()).isEqualByComparingTo("10");
        assertThat(result.value()).isEqualByComparingTo("49.8");
        assertThat(result.score()).hasSize(3);
    }

    @Test
    void leavesOutWhatDoesNotApply() {
        Score score = new Score();
        add(score, 4, 100, "0", "0");
        add(score, 6, 100, "50", "100");

        Reckoning.Result result = score.result(BigDecimal.valueOf(100));

        assertThat(result.denominator()).isEqualByComparingTo("6");
        assertThat(result.value()).isEqualByComparingTo("50");
        assertThat(result.score().get(0).applies()).isFalse();
    }

    @Test
    void isNotKnownWhileAComponentIsNotKnown() {
        Score score = new Score();
        add(score, 4, 100, null, null);
        add(score, 6, 100, "50", "100");

        Reckoning.Result result = score.result(BigDecimal.valueOf(100));

        assertThat(result.value()).isNull();
        assertThat(result.numerator()).isNull();
        assertThat(result.score().get(1).points()).isEqualByComparingTo("3");
        assertThat(new Score().result(BigDecimal.TEN).value()).isNull();
    }

    private static void add(
            Score score, double weight, double fullAt, @Nullable String numerator, @Nullable String denominator) {
        BigDecimal above = numerator == null ? null : new BigDecimal(numerator);
        BigDecimal below = denominator == null ? null : new BigDecimal(denominator);
        BigDecimal value = above == null || below == null || below.signum() == 0
                ? null
                : above.multiply(BigDecimal.valueOf(100)).divide(below, 10, RoundingMode.HALF_UP);
        score.add(
                new Component("X", null, null, null, BigDecimal.valueOf(weight), BigDecimal.valueOf(fullAt), true),
                TestDefinitions.rate("UP"),
                TestDefinitions.variant(),
                new Reckoning.Result(above, below, value, null, true, null, List.of(), List.of()));
    }
}
