package vn.tungnha.allowances;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is paid in a unit and everything under it, from a day to another.
 *
 * @param unit null only where the province of a shipped rule is not in the register
 * @param programme by what name the money is given: nobody is paid for one day by two
 * @param amount đồng; of a rule that tops up another: on top of it
 * @param kinds kinds of duty that count; empty = all
 * @param plannedOnly whether only what stood in a plan counts
 * @param minimumWork days of work in the month for a team, duties on the day for a member
 * @param monthCeiling đồng at most for one receiver in a month; null = none
 * @param unitFactor how many times the amount it may be together with what communes add
 * @param topsUp the rule it adds to; null = stands alone
 * @param funding which budget pays
 * @param source where the text was read
 * @param replaces the rule it follows, from its first day on
 */
public record AllowanceRule(
        long id,
        int version,
        @Nullable Long unit,
        RuleStatus status,
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
        @Nullable Long replaces) {

    boolean isInForce(LocalDate day) {
        return !day.isBefore(validFrom) && !day.isAfter(validTo);
    }

    boolean counts(String kind, boolean planned) {
        return (kinds.isEmpty() || kinds.contains(kind)) && (planned || !plannedOnly);
    }

    /** For one receiver in a month. */
    long pays(int times) {
        long whole = amount * times;
        return monthCeiling == null ? whole : Math.min(whole, monthCeiling);
    }

    /** The same on other days, for a look at what it would pay. */
    AllowanceRule during(LocalDate first, LocalDate last) {
        return new AllowanceRule(
                id,
                version,
                unit,
                status,
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
                first,
                last,
                replaces);
    }
}
