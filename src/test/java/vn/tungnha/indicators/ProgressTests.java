package vn.tungnha.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Period;

class ProgressTests {

    private static final Period YEAR = Period.year(2025);
    private static final Span WHOLE = Span.of(YEAR, Days.SINCE_EVER, Days.FOREVER);
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    /** The 73rd day: a fifth of the year. */
    private static final LocalDate FIFTH = LocalDate.of(2025, 3, 14);

    @Test
    void expectsOfAFlowTheShareOfDaysThatHaveBegun() {
        Progress progress = Progress.ofFlow(WHOLE, FIFTH, of(100), of(1000));

        assertThat(progress.days()).isEqualTo(73);
        assertThat(progress.of()).isEqualTo(365);
        assertThat(progress.expected()).isEqualByComparingTo("200");
        assertThat(progress.forecast()).isEqualByComparingTo("500");
    }

    @Test
    void countsTheFirstDayAndTheLast() {
        assertThat(Progress.ofFlow(WHOLE, FIRST, of(1), of(365)).expected()).isEqualByComparingTo("1");
        assertThat(Progress.ofFlow(WHOLE, YEAR.last(), of(1), of(365)).expected())
                .isEqualByComparingTo("365");
    }

    @Test
    void expectsNothingBeforeThePeriodAndForecastsNothing() {
        Progress flow = Progress.ofFlow(WHOLE, FIRST.minusDays(1), of(0), of(1000));
        Progress level = Progress.ofLevel(WHOLE, FIRST.minusDays(40), of(50), of(50), of(90), true);

        assertThat(flow.days()).isZero();
        assertThat(flow.expected()).isEqualByComparingTo("0");
        assertThat(flow.forecast()).isNull();
        assertThat(level.expected()).isEqualByComparingTo("50");
        assertThat(level.forecast()).isNull();
    }

    @Test
    void expectsTheWholeTargetOnceThePeriodIsOverAndForecastsWhatCame() {
        LocalDate later = LocalDate.of(2026, 2, 1);

        Progress flow = Progress.ofFlow(WHOLE, later, of(930), of(1000));
        Progress level = Progress.ofLevel(WHOLE, later, null, of(88), of(90), true);

        assertThat(flow.expected()).isEqualByComparingTo("1000");
        assertThat(flow.forecast()).isEqualByComparingTo("930");
        assertThat(level.expected()).isEqualByComparingTo("90");
        assertThat(level.forecast()).isEqualByComparingTo("88");
    }

    @Test
    void leadsALevelInAStraightLineFromItsStart() {
        Progress progress = Progress.ofLevel(WHOLE, FIFTH, of(50), of(60), of(90), true);

        assertThat(progress.expected()).isEqualByComparingTo("58");
        assertThat(progress.forecast()).isEqualByComparingTo("100");
    }

    @Test
    void doesNotCapAForecast() {
        assertThat(Progress.ofLevel(WHOLE, FIFTH, of(50), of(70), of(90), true).forecast())
                .isEqualByComparingTo("150");
    }

    @Test
    void leadsDownWhereLessIsBetter() {
        assertThat(Progress.ofLevel(WHOLE, FIFTH, of(20), of(20), of(10), false).expected())
                .isEqualByComparingTo("18");
        assertThat(Progress.ofLevel(WHOLE, FIFTH, of(8), of(9), of(10), false).expected())
                .isEqualByComparingTo("10");
    }

    @Test
    void asksToHoldATargetThatWasPassedAtTheStart() {
        assertThat(Progress.ofLevel(WHOLE, FIFTH, of(96), of(97), of(95), true).expected())
                .isEqualByComparingTo("95");
    }

    @Test
    void knowsNothingFromNothing() {
        Progress unknown = Progress.ofLevel(WHOLE, FIFTH, null, of(60), of(90), true);
        Progress untold = Progress.ofFlow(WHOLE, FIFTH, null, null);

        assertThat(unknown.expected()).isNull();
        assertThat(unknown.forecast()).isNull();
        assertThat(untold.expected()).isNull();
        assertThat(untold.forecast()).isNull();
    }

    @Test
    void takesATargetOfZeroAsOne() {
        assertThat(Progress.ofFlow(WHOLE, FIFTH, of(3), BigDecimal.ZERO).expected())
                .isEqualByComparingTo("0");
        assertThat(Progress.ofLevel(WHOLE, FIFTH, of(5), of(5), BigDecimal.ZERO, false)
                        .expected())
                .isEqualByComparingTo("4");
    }

    @Test
    void countsOnlyTheDaysAPlaceLivedThrough() {
        Span merged = Span.of(YEAR, LocalDate.of(2025, 7, 1), Days.FOREVER);
        Span ended = Span.of(YEAR, Days.SINCE_EVER, LocalDate.of(2025, 6, 30));

        assertThat(merged.days()).isEqualTo(184);
        assertThat(merged.elapsed(LocalDate.of(2025, 7, 1))).isEqualTo(1);
        assertThat(ended.days()).isEqualTo(181);
        assertThat(Progress.ofFlow(ended, LocalDate.of(2025, 8, 1), of(50), of(100))
                        .expected())
                .isEqualByComparingTo("100");
    }

    private static BigDecimal of(int amount) {
        return BigDecimal.valueOf(amount);
    }
}
