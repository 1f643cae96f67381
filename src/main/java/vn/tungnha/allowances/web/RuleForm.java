package vn.tungnha.allowances.web;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import vn.tungnha.allowances.AllowanceRule;
import vn.tungnha.allowances.RuleBasis;
import vn.tungnha.allowances.RuleCommand;
import vn.tungnha.shared.Days;

/** A rule, as typed. Empty last day = open. */
record RuleForm(
        @Nullable Integer version,
        @Nullable String unit,

        @NotNull(message = "{allowances.error.needed}") @Nullable
        RuleBasis basis,

        @Nullable String programme,
        @Nullable String name,

        @NotNull(message = "{allowances.error.amount}") @Nullable
        Long amount,

        @Nullable List<String> kinds,
        @Nullable Boolean plannedOnly,
        @Nullable Integer minimumWork,
        @Nullable Long monthCeiling,
        @Nullable BigDecimal unitFactor,
        @Nullable Long topsUp,
        @Nullable String funding,
        @Nullable String legalBasis,
        @Nullable String source,

        @NotNull(message = "{allowances.error.needed}") @DateTimeFormat(iso = ISO.DATE) @Nullable
        LocalDate validFrom,

        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate validTo,
        @Nullable Long replaces) {

    static RuleForm of(AllowanceRule rule, String unit) {
        return new RuleForm(
                rule.version(),
                unit,
                rule.basis(),
                rule.programme(),
                rule.name(),
                rule.amount(),
                rule.kinds().stream().sorted().toList(),
                rule.plannedOnly(),
                rule.minimumWork(),
                rule.monthCeiling(),
                rule.unitFactor(),
                rule.topsUp(),
                rule.funding(),
                rule.legalBasis(),
                rule.source(),
                rule.validFrom(),
                rule.validTo().equals(Days.FOREVER) ? null : rule.validTo(),
                rule.replaces());
    }

    /** A draft that follows a rule in force from a day on. */
    RuleForm after(long rule, LocalDate from) {
        return new RuleForm(
                0,
                unit,
                basis,
                programme,
                name,
                amount,
                kinds,
                plannedOnly,
                minimumWork,
                monthCeiling,
                unitFactor,
                topsUp,
                funding,
                legalBasis,
                source,
                from,
                validTo,
                rule);
    }

    /** Only of a form without errors. */
    RuleCommand command(long unitId) {
        if (basis == null || amount == null || validFrom == null) {
            throw new IllegalStateException("a form with errors");
        }
        return new RuleCommand(
                unitId,
                basis,
                text(programme),
                text(name),
                amount,
                kinds == null ? Set.of() : Set.copyOf(kinds),
                Boolean.TRUE.equals(plannedOnly),
                minimumWork == null ? 0 : Math.max(0, minimumWork),
                monthCeiling,
                unitFactor == null ? BigDecimal.ONE : unitFactor,
                topsUp,
                text(funding),
                text(legalBasis),
                source == null || source.isBlank() ? null : source.strip(),
                validFrom,
                validTo == null ? Days.FOREVER : validTo,
                replaces);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
