package vn.tungnha.savings;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * A procedure handled faster.
 *
 * @param saved working days in that year: (legal - actual) x dossiers
 */
public record SavingView(
        UUID id,
        int version,
        long unitId,
        String unit,
        int year,
        String field,
        String name,
        Audience audience,
        BigDecimal legalDays,
        BigDecimal actualDays,
        long dossiers,
        String source,
        BigDecimal saved) {}
