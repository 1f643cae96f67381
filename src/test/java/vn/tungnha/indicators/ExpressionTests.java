package vn.tungnha.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTests {

    private static final Set<String> KNOWN = Set.of("A", "B", "C_14");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    A                      | 6
                    A + B * 2              | 10
                    (A + B) * 2            | 16
                    A - B - 1              | 3
                    A / B / 3              | 1
                    A * (B / max(A, C_14)) | 1.2
                    min(A, B, 1.5)         | 1.5
                    """)
    void reckonsLikeOnPaper(String text, BigDecimal expected) {
        assertThat(value(text, Map.of("A", 6, "B", 2, "C_14", 10))).isEqualByComparingTo(expected);
    }

    @Test
    void isNotKnownWhenAPartIsNotKnown() {
        assertThat(value("A + B", Map.of("A", 6))).isNull();
        assertThat(value("max(A, B)", Map.of("A", 6))).isNull();
    }

    @Test
    void isNotKnownWhenDividingByNothing() {
        assertThat(value("A / B", Map.of("A", 6, "B", 0))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "A +", "D", "A B", "(A", "A)", "min(A)", "max A, B", "1.2.3", "A; drop", "sum(A, B)", "-A"})
    void refusesWhatIsNoFormulaOverKnownMeasures(String text) {
        assertThatThrownBy(() -> Expression.parse(text, KNOWN)).isInstanceOf(ExpressionInvalid.class);
    }

    @Test
    void refusesToGoDeeperThanAnyoneWrites() {
        assertThatThrownBy(() -> Expression.parse("(".repeat(10_000) + "A" + ")".repeat(10_000), KNOWN))
                .isInstanceOf(ExpressionInvalid.class);
    }

    @Test
    void namesTheMeasuresItNeeds() {
        assertThat(Expression.parse("A / max(B, A)", KNOWN).measures()).containsExactly("A", "B");
    }

    private static BigDecimal value(String text, Map<String, Integer> amounts) {
        Map<String, BigDecimal> parts = new HashMap<>();
        amounts.forEach((code, amount) -> parts.put(code, BigDecimal.valueOf(amount)));
        return Expression.parse(text, KNOWN).value(parts::get);
    }
}
