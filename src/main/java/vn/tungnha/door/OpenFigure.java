package vn.tungnha.door;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.tungnha.indicators.IndicatorDefinition;
import vn.tungnha.shared.Period;

/**
 * A figure as everybody may read it.
 *
 * @param unit code of the ward; null = all wards of the month added up
 * @param period its name; {@code first} and {@code last} are the days it covers by the province's cut-off
 * @param value null where it is hidden or not known
 * @param hidden because it would tell of single persons
 */
public record OpenFigure(
        @Nullable String unit,
        String unitName,
        Period period,
        LocalDate first,
        LocalDate last,
        IndicatorDefinition indicator,
        @Nullable BigDecimal value,
        boolean hidden) {}
