package vn.tungnha.savings;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A procedure handled faster, as it is written down.
 *
 * @param legalDays working days the law allows
 * @param actualDays working days it takes
 * @param dossiers answered within them in that year
 */
public record SavingCommand(
        @Nullable Long unit,
        @Nullable Integer year,
        String field,
        String name,
        @Nullable Audience audience,
        @Nullable BigDecimal legalDays,
        @Nullable BigDecimal actualDays,
        @Nullable Long dossiers,
        String source) {}
