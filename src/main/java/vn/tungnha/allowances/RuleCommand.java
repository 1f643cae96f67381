package vn.tungnha.allowances;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A rule as an administrator writes it down; the fields are those of {@link AllowanceRule}. */
public record RuleCommand(
        long unit,
        RuleBasis basis,
        String programme,
        String name,
        long amount,
        Set<String> kinds,
        boolean plannedOnly,
        int minimumWork,
        @Nullable Long monthCeiling,
        BigDecimal unitFactor,
        @Nullable Long topsUp,
        String funding,
        String legalBasis,
        @Nullable String source,
        LocalDate validFrom,
        LocalDate validTo,
        @Nullable Long replaces) {}
