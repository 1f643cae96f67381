package vn.tungnha.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelTests {

    @ParameterizedTest
    @CsvSource({
        "UP, 90, 90, good",
        "UP, 86, 90, near",
        "UP, 85, 90, bad",
        "UP, 0, 90, bad",
        "UP, 0, 0, good",
        "UP, 5, 0, good",
        "UP, -1, 0, bad",
        "DOWN, 5, 5, good",
        "DOWN, 5.2, 5, near",
        "DOWN, 6, 5, bad",
        "DOWN, 0, 5, good",
        "DOWN, 0, 0, good",
        "DOWN, 5, 0, bad"
    })
    void takesNothingForAValueAndForATarget(String direction, BigDecimal value, BigDecimal target, String level) {
        assertThat(TestDefinitions.rate(direction).level(value, target)).isEqualTo(level);
    }

    @Test
    void goesByTheThresholdsOfTheDefinition() {
        IndicatorDefinition mild = TestDefinitions.rate("UP", 90, 50);

        assertThat(mild.level(BigDecimal.valueOf(90), BigDecimal.valueOf(100))).isEqualTo("good");
        assertThat(mild.level(BigDecimal.valueOf(89), BigDecimal.valueOf(100))).isEqualTo("near");
        assertThat(mild.level(BigDecimal.valueOf(49), BigDecimal.valueOf(100))).isEqualTo("bad");
    }

    @Test
    void comesToNoShareOnlyWhereItWouldDivideByNothing() {
        assertThat(TestDefinitions.rate("UP").share(BigDecimal.ZERO, BigDecimal.TEN))
                .isEqualByComparingTo("0");
        assertThat(TestDefinitions.rate("UP").share(BigDecimal.ONE, BigDecimal.ZERO))
                .isNull();
        assertThat(TestDefinitions.rate("DOWN").share(BigDecimal.ZERO, BigDecimal.TEN))
                .isNull();
        assertThat(TestDefinitions.rate("DOWN").share(BigDecimal.TEN, BigDecimal.ZERO))
                .isEqualByComparingTo("0");
    }
}
