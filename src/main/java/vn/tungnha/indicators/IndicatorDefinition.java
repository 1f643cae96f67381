package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an indicator means on a day: one version of its definition with all its variants, the standard one first.
 *
 * @param direction UP: more is better
 * @param counted lines of text, what is counted; empty when nothing needs saying
 */
public record IndicatorDefinition(
        int id,
        String code,
        Kind kind,
        String pillar,
        int version,
        LocalDate validFrom,
        LocalDate validTo,
        String nameVi,
        String nameEn,
        String shortVi,
        String shortEn,
        String unitVi,
        String unitEn,
        String direction,
        BigDecimal factor,
        int decimals,
        List<String> counted,
        List<String> notCounted,
        @Nullable String source,
        @Nullable String legalBasis,
        @Nullable String changeNote,
        List<Variant> variants) {

    /** A share of something, or a number of things. */
    public enum Kind {
        RATE,
        COUNT
    }

    /** The variant of this code, or the standard one when none is asked for. */
    public @Nullable Variant variant(@Nullable String wanted) {
        if (wanted == null) {
            return variants.get(0);
        }
        return variants.stream()
                .filter(it -> it.code().equals(wanted))
                .findFirst()
                .orElse(null);
    }

    /**
     * One way to reckon it.
     *
     * @param numerator formula over measure codes
     * @param denominator the same, {@code QUOTA} for the assigned count, null for a COUNT
     */
    public record Variant(
            String code,
            String nameVi,
            String nameEn,
            String numerator,
            @Nullable String denominator,
            String numeratorVi,
            String numeratorEn,
            @Nullable String denominatorVi,
            @Nullable String denominatorEn,
            boolean standard) {

        public boolean ofQuota() {
            return "QUOTA".equals(denominator);
        }

        public Kind kind() {
            return denominator == null ? Kind.COUNT : Kind.RATE;
        }
    }
}
