package vn.tungnha.indicators;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A target in force; {@code unit} is the code on its last day, null for a team's. */
public record TargetView(
        @Nullable String unit,
        @Nullable String unitName,
        @Nullable Long team,
        String period,
        String kind,
        BigDecimal amount,
        int version) {}
