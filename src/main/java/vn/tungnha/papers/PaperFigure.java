package vn.tungnha.papers;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.tungnha.indicators.Coverage;
import vn.tungnha.indicators.IndicatorDefinition.Kind;

/**
 * One figure of a paper with what it is compared with.
 *
 * @param code indicator and variant, as placeholders name it
 * @param quota whether the denominator is the count that was assigned
 * @param up whether more is better
 * @param value per cent or count, unrounded; null = not known
 * @param qualifier of a stated figure, null for what was reckoned
 * @param stated whether it is a published figure, not our own
 * @param exact false when a share was estimated
 * @param locked whether it is the figure of the lock
 * @param source where the indicator's numbers come from
 * @param published what somebody published otherwise, with its source; null where nobody did or it is the same
 * @param decimals as its definition says; null for a part of a rate, which keeps its own
 */
public record PaperFigure(
        String code,
        String mark,
        String label,
        String unit,
        Kind kind,
        boolean quota,
        boolean up,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value,
        @Nullable BigDecimal target,
        @Nullable BigDecimal previous,
        @Nullable BigDecimal sameLastYear,
        @Nullable String qualifier,
        boolean stated,
        @Nullable Coverage coverage,
        boolean exact,
        boolean locked,
        @Nullable LocalDate asOf,
        @Nullable String source,
        @Nullable String published,
        @Nullable Integer decimals) {

    public boolean rate() {
        return kind == Kind.RATE;
    }

    public boolean known() {
        return value != null;
    }
}
