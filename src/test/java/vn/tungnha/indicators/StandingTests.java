package vn.tungnha.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tungnha.indicators.IndicatorDefinition.Kind;
import vn.tungnha.indicators.MeasureView.Adding;
import vn.tungnha.indicators.MeasureView.Source;
import vn.tungnha.indicators.Standing.State;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Period;

class StandingTests {

    private static final LocalDate DAY = LocalDate.of(2025, 1, 1);

    @ParameterizedTest
    @CsvSource({
        "UP, 90, 50, 90, 100, 100, REACHED",
        "UP, 90, 50, 89, 100, 100, NEAR",
        "UP, 90, 50, 49, 100, 100, MISSED",
        "UP, 100, 95, 50, 50, 100, ON_PACE",
        "UP, 100, 95, 48, 50, 100, NEAR",
        "UP, 100, 95, 47, 50, 100, BEHIND",
        "UP, 100, 95, 0, 0, 100, ON_PACE",
        "UP, 100, 95, 0, 50, 100, BEHIND",
        "DOWN, 100, 95, 0, 5, 5, REACHED",
        "DOWN, 100, 95, 5, 0, 0, MISSED"
    })
    void goesByTheThresholdsOfTheDefinition(
            String direction,
            int good,
            int near,
            BigDecimal amount,
            BigDecimal expected,
            BigDecimal goal,
            State state) {
        long days = expected.compareTo(goal) == 0 ? 365 : 180;

        assertThat(standing(
                                TestDefinitions.rate(direction, good, near),
                                amount,
                                goal,
                                new Progress(days, 365, expected, null))
                        .state())
                .isEqualTo(state);
    }

    private static Standing standing(
            IndicatorDefinition definition, BigDecimal amount, BigDecimal goal, Progress progress) {
        IndicatorValue value = new IndicatorValue(
                1,
                false,
                definition,
                TestDefinitions.variant(),
                Kind.RATE,
                Period.year(2025),
                null,
                null,
                amount,
                null,
                null,
                null,
                false,
                null,
                null,
                Source.REPORTED,
                null,
                null,
                true,
                null,
                List.of(),
                List.of(),
                false);
        MeasureView measure =
                new MeasureView(1, "A", "", "", "", "", Source.REPORTED, Adding.FLOW, true, null, false, true, false);
        TargetInForce target = new TargetInForce(1, 1, 1, 1L, null, "2025", "RATE", goal, DAY, false);
        TargetPlace place = new TargetPlace(1, false, "1", "", Days.SINCE_EVER, Days.FOREVER);
        return new Standing(place, Kind.RATE, value, amount, null, target, null, false, progress, measure, List.of());
    }
}
