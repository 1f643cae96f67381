package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.indicators.IndicatorDefinition.Kind;
import vn.tungnha.indicators.IndicatorDefinition.Variant;
import vn.tungnha.indicators.MeasureView.Source;
import vn.tungnha.shared.Period;

/**
 * One figure with all that stands behind it.
 *
 * @param place id of the unit or team
 * @param ofTeam whether the place is a team
 * @param value per cent, unrounded and not capped, or the count; null = not known, which is not 0
 * @param qualifier of the stated figure when that is what is shown
 * @param targetPeriod period the target was set for, which may be a longer one
 * @param targetCarried put together from targets of units merged into this one, which nobody has confirmed yet
 * @param exact false when a share was estimated (part succession)
 * @param coverage null when every unit has both parts
 * @param asOf how old the parts are: the oldest capture day, or the last day counted
 * @param parts measures it was put together from, those that are not known too
 * @param score components with their points; empty unless it is a score
 * @param locked whether it is what the unit has locked, not what is reckoned now
 */
public record IndicatorValue(
        long place,
        boolean ofTeam,
        IndicatorDefinition definition,
        Variant variant,
        Kind kind,
        Period period,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value,
        @Nullable String qualifier,
        @Nullable BigDecimal target,
        @Nullable String targetPeriod,
        boolean targetCarried,
        @Nullable BigDecimal previous,
        @Nullable BigDecimal sameLastYear,
        @Nullable Source source,
        @Nullable StatedValue stated,
        @Nullable Coverage coverage,
        boolean exact,
        @Nullable LocalDate asOf,
        List<MeasuredPart> parts,
        List<ScorePart> score,
        boolean locked) {

    IndicatorValue compared(@Nullable BigDecimal before, @Nullable BigDecimal lastYear) {
        return new IndicatorValue(
                place,
                ofTeam,
                definition,
                variant,
                kind,
                period,
                numerator,
                denominator,
                value,
                qualifier,
                target,
                targetPeriod,
                targetCarried,
                before,
                lastYear,
                source,
                stated,
                coverage,
                exact,
                asOf,
                parts,
                score,
                locked);
    }

    /** What it was made of is not kept with a lock. */
    IndicatorValue as(LockedAmounts.Amount amount) {
        return new IndicatorValue(
                place,
                ofTeam,
                definition,
                variant,
                kind,
                period,
                amount.numerator(),
                amount.denominator(),
                amount.value(),
                null,
                amount.target(),
                targetPeriod,
                targetCarried,
                previous,
                sameLastYear,
                source,
                stated,
                null,
                true,
                asOf,
                List.of(),
                List.of(),
                true);
    }

    /** {@code SET} by a person, {@code CARRIED} from units merged into this one, null without a target. */
    public @Nullable String targetSource() {
        return target == null ? null : targetCarried ? "CARRIED" : "SET";
    }

    /** Key of the words for where it comes from, null where nothing is known. */
    public @Nullable String origin() {
        if (source == null) {
            return null;
        }
        boolean register = source == Source.FIELD
                && !parts.isEmpty()
                && parts.stream().allMatch(it -> it.measure().origin().equals("REGISTER"));
        return register ? "REGISTER" : source.name();
    }

    public String indicator() {
        return definition.code();
    }

    /** {@code good, near, bad} against the target by the thresholds of the definition, {@code none} where that is not known. */
    public String level() {
        return target == null || value == null ? "none" : definition.level(value, target);
    }

    /** Of the target in per cent; null without one, or where that cannot be divided. */
    public @Nullable BigDecimal ofTarget() {
        return target == null || value == null ? null : definition.share(value, target);
    }
}
