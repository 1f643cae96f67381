package vn.tungnha.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tungnha.indicators.IndicatorDefinition.Kind;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Vn;

class AmountsTests {

    private static final Amounts AMOUNTS = new Amounts(Vn.vi());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | 88%     | 1.235     | +5 điểm     | 88
            1 | 87,6%   | 1.234,6   | +5,2 điểm   | 87.6
            2 | 87,63%  | 1.234,57  | +5,15 điểm  | 87.63
            3 | 87,629% | 1.234,568 | +5,155 điểm | 87.629
            """)
    void keepsTheDecimalsOfTheDefinition(int decimals, String rate, String count, String change, BigDecimal cell) {
        BigDecimal share = new BigDecimal("87.628866");

        assertThat(AMOUNTS.of(definition(Kind.RATE, decimals), Kind.RATE, share))
                .isEqualTo(rate);
        assertThat(AMOUNTS.of(definition(Kind.COUNT, decimals), Kind.COUNT, new BigDecimal("1234.5678")))
                .isEqualTo(count);
        assertThat(AMOUNTS.change(definition(Kind.RATE, decimals), Kind.RATE, new BigDecimal("5.154639")))
                .isEqualTo(change);
        assertThat(Amounts.rounded(definition(Kind.RATE, decimals), Kind.RATE, share))
                .isEqualTo(cell);
    }

    @Test
    void keepsWhatWasGivenAsItWasGiven() {
        IndicatorDefinition whole = definition(Kind.RATE, 0);

        assertThat(AMOUNTS.given(whole, Kind.RATE, new BigDecimal("90.00"))).isEqualTo("90%");
        assertThat(AMOUNTS.given(whole, Kind.RATE, new BigDecimal("97.18"))).isEqualTo("97,18%");
        assertThat(AMOUNTS.given(whole, Kind.RATE, new BigDecimal("88.33333"))).isEqualTo("88,33%");
        assertThat(AMOUNTS.given(definition(Kind.RATE, 3), Kind.RATE, new BigDecimal("97.125")))
                .isEqualTo("97,125%");
        assertThat(AMOUNTS.given(whole, Kind.COUNT, new BigDecimal("9955"))).isEqualTo("9.955");
    }

    /** What a definition of a rate says of decimals, it does not say of the heads in it. */
    @Test
    void leavesThePartsOfARateAlone() {
        IndicatorDefinition rate = definition(Kind.RATE, 0);

        assertThat(AMOUNTS.of(rate, Kind.COUNT, new BigDecimal("12.5"))).isEqualTo("12,5");
        assertThat(Amounts.rounded(rate, Kind.COUNT, new BigDecimal("12.5"))).isEqualByComparingTo("12.5");
        assertThat(AMOUNTS.of(rate, Kind.RATE, null)).isEqualTo("–");
    }

    private static IndicatorDefinition definition(Kind kind, int decimals) {
        return new IndicatorDefinition(
                1,
                "TRIED",
                kind,
                "FIELD",
                1,
                1,
                LocalDate.EPOCH,
                Days.FOREVER,
                "Thử",
                "Tried",
                "Thử",
                "Tried",
                "người",
                "persons",
                "UP",
                BigDecimal.ONE,
                decimals,
                BigDecimal.valueOf(100),
                BigDecimal.valueOf(95),
                List.of(),
                List.of(),
                null,
                null,
                null,
                false,
                List.of(),
                List.of());
    }
}
