package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.util.List;
import vn.tungnha.indicators.IndicatorDefinition.Kind;
import vn.tungnha.indicators.IndicatorDefinition.Variant;
import vn.tungnha.shared.Days;

/** Definitions that stand in no table. */
final class TestDefinitions {

    private TestDefinitions() {}

    /** Reached from 100% of the target, nearly from 95%. */
    static IndicatorDefinition rate(String direction) {
        return rate(direction, 100, 95);
    }

    static IndicatorDefinition rate(String direction, int goodAt, int nearAt) {
        return new IndicatorDefinition(
                1,
                "X",
                Kind.RATE,
                "GOVERNMENT",
                1,
                1,
                Days.SINCE_EVER,
                Days.FOREVER,
                "",
                "",
                "",
                "",
                "%",
                "%",
                direction,
                BigDecimal.valueOf(100),
                2,
                BigDecimal.valueOf(goodAt),
                BigDecimal.valueOf(nearAt),
                List.of(),
                List.of(),
                null,
                null,
                null,
                false,
                List.of(variant()),
                List.of());
    }

    static Variant variant() {
        return new Variant("STANDARD", "", "", "A", "B", "", "", "", "", true);
    }
}
