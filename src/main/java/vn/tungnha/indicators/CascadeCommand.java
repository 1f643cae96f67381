package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.indicators.IndicatorDefinition.Kind;
import vn.tungnha.shared.Period;

/**
 * Hands a target down.
 *
 * @param reason needed when a target in force is changed
 */
public record CascadeCommand(
        TargetPlace whole,
        String indicator,
        Kind kind,
        Period period,
        CascadePlan.Method method,
        @Nullable String reason,
        List<Given> parts) {

    /** @param version of the target that was seen, 0 for none */
    public record Given(TargetPlace place, BigDecimal amount, int version) {}
}
