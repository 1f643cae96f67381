package vn.tungnha.indicators;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A figure published elsewhere.
 *
 * @param inferred a part was worked out by us, not printed
 * @param qualifier EXACT, OVER, ALMOST or ABOUT
 */
public record StatedValue(
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        boolean inferred,
        String qualifier,
        @Nullable Integer rank,
        @Nullable Integer ranked,
        @Nullable BigDecimal statedTarget,
        String statedAs,
        String source) {

    /** A count that was stated of an indicator which is otherwise a rate, such as "250 chữ ký số". */
    boolean isCount() {
        return denominator == null && numerator != null && (value == null || value.compareTo(numerator) == 0);
    }
}
