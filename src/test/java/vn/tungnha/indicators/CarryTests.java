package vn.tungnha.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tungnha.indicators.CarriedTarget.Source;
import vn.tungnha.indicators.Carry.Step;
import vn.tungnha.indicators.IndicatorDefinition.Kind;

class CarryTests {

    private static final LocalDate JANUARY = LocalDate.of(2025, 1, 2);
    private static final LocalDate JULY = LocalDate.of(2025, 7, 1);
    private static final LocalDate OCTOBER = LocalDate.of(2025, 10, 1);

    @Test
    void addsUpWhatWasMergedIntoANewUnit() {
        Carry carry = new Carry(List.of(new Step(1, 9, JULY), new Step(2, 9, JULY)), Map.of(9L, JULY));

        assertThat(carry.sources(9, Map.of(1L, target(1, 100, JANUARY), 2L, target(2, 50, JANUARY))))
                .containsExactly(1L, 2L);
    }

    @Test
    void addsToTheTargetOfAUnitThatTookAnotherIn() {
        Carry carry = new Carry(List.of(new Step(1, 9, JULY)), Map.of(9L, LocalDate.of(1997, 1, 1)));

        assertThat(carry.sources(9, Map.of(1L, target(1, 100, JANUARY), 9L, target(9, 300, JANUARY))))
                .containsExactly(9L, 1L);
    }

    @Test
    void leavesATargetAloneThatWasSetAfterTheMergerOrForTheNewUnit() {
        Carry carry = new Carry(List.of(new Step(1, 9, JULY)), Map.of(9L, LocalDate.of(1997, 1, 1)));
        Carry founded = new Carry(List.of(new Step(1, 9, JULY)), Map.of(9L, JULY));

        assertThat(carry.sources(9, Map.of(1L, target(1, 100, JANUARY), 9L, target(9, 400, JULY))))
                .isEmpty();
        assertThat(founded.sources(9, Map.of(1L, target(1, 100, JANUARY), 9L, target(9, 400, JANUARY))))
                .isEmpty();
    }

    @Test
    void addsALaterMergerToWhatWasConfirmedAfterAnEarlierOne() {
        Carry carry = new Carry(
                List.of(new Step(1, 5, JULY), new Step(5, 9, OCTOBER), new Step(2, 9, OCTOBER)),
                Map.of(5L, JULY, 9L, OCTOBER));

        assertThat(carry.sources(
                        9,
                        Map.of(
                                1L, target(1, 100, JANUARY),
                                5L, target(5, 120, JULY),
                                2L, target(2, 30, JANUARY))))
                .containsExactly(5L, 2L);
        assertThat(carry.sources(9, Map.of(1L, target(1, 100, JANUARY)))).containsExactly(1L);
    }

    @Test
    void averagesRatesByDenominatorAndSaysWhenItCannot() {
        assertThat(Carry.amount(Kind.COUNT, List.of(source(1, 100, null), source(2, 50, null))))
                .isEqualByComparingTo("150");
        assertThat(Carry.amount(Kind.RATE, List.of(source(1, 90, 1000), source(2, 60, 500))))
                .isEqualByComparingTo("80");
        assertThat(Carry.amount(Kind.RATE, List.of(source(1, 90, 1000), source(2, 60, null))))
                .isNull();
        assertThat(Carry.amount(Kind.RATE, List.of(source(1, 95, null), source(2, 95, null))))
                .isEqualByComparingTo("95");
    }

    private static TargetInForce target(long unit, int amount, LocalDate enteredOn) {
        return new TargetInForce(unit, 1, 7, unit, null, "2025", "COUNT", BigDecimal.valueOf(amount), enteredOn, false);
    }

    private static Source source(long unit, int amount, @Nullable Integer denominator) {
        return new Source(
                unit,
                "Phường " + unit,
                BigDecimal.valueOf(amount),
                denominator == null ? null : BigDecimal.valueOf(denominator));
    }
}
