package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Period;

/**
 * What an indicator means on a day: one version of its definition with all its variants, the standard one first.
 *
 * @param direction UP: more is better
 * @param position smaller stands further up
 * @param goodAt per cent of the target from which it counts as reached; {@code nearAt}: as nearly reached
 * @param published by an administrator; false for what was shipped
 * @param components of a score; empty otherwise
 * @param counted lines of text, what is counted; empty when nothing needs saying
 */
public record IndicatorDefinition(
        int id,
        String code,
        Kind kind,
        String pillar,
        int position,
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
        BigDecimal goodAt,
        BigDecimal nearAt,
        List<String> counted,
        List<String> notCounted,
        @Nullable String source,
        @Nullable String legalBasis,
        @Nullable String changeNote,
        boolean published,
        List<Variant> variants,
        List<Component> components) {

    /** A share of something, or a number of things. */
    public enum Kind {
        RATE,
        COUNT
    }

    /** Points out of points, put together from other indicators. */
    public boolean isScore() {
        return !components.isEmpty();
    }

    /** How far a value comes towards a target by the thresholds: {@code good, near, bad}; 0 is a value and a target too. */
    public String level(BigDecimal value, BigDecimal target) {
        BigDecimal share = share(value, target);
        if (share == null) {
            return (up() ? value.compareTo(target) >= 0 : value.compareTo(target) <= 0) ? "good" : "bad";
        }
        return share.compareTo(goodAt) >= 0 ? "good" : share.compareTo(nearAt) >= 0 ? "near" : "bad";
    }

    /**
     * Of the target in per cent; where less is better, 100 and more still means reached. Null where it would be a division
     * by 0.
     */
    public @Nullable BigDecimal share(BigDecimal value, BigDecimal target) {
        BigDecimal divisor = up() ? target : value;
        return divisor.signum() == 0
                ? null
                : (up() ? value : target).multiply(BigDecimal.valueOf(100)).divide(divisor, MathContext.DECIMAL64);
    }

    /** Of the last version: no longer reckoned for periods that end after its last day. */
    public boolean ended() {
        return validTo.isBefore(Days.FOREVER);
    }

    /** Whether it was no longer in use at the end of a period; only where nothing came after this version. */
    boolean endedBefore(Period period) {
        return validTo.isBefore(period.last());
    }

    /** Whether more is better. */
    public boolean up() {
        return direction.equals("UP");
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
     * What part of a score is earned by what.
     *
     * @param variant of that indicator; null = its standard one
     * @param groupVi heading under which it stands; null = none
     * @param weight points that can be earned
     * @param fullAt value of the indicator that earns them all
     * @param capped no more than that, however far the value goes
     */
    public record Component(
            String indicator,
            @Nullable String variant,
            @Nullable String groupVi,
            @Nullable String groupEn,
            BigDecimal weight,
            BigDecimal fullAt,
            boolean capped) {}

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

        /** Stands for the components of a score in place of a formula. */
        public static final String SCORE = "SCORE";

        public boolean ofScore() {
            return SCORE.equals(numerator);
        }

        public boolean ofQuota() {
            return "QUOTA".equals(denominator);
        }

        public Kind kind() {
            return denominator == null ? Kind.COUNT : Kind.RATE;
        }
    }
}
