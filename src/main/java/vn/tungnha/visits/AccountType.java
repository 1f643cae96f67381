package vn.tungnha.visits;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An account people are helped to open. A new one is a row, never code.
 *
 * @param shortVi as the visit form says it
 * @param minAge years, reckoned as year of the day - birth year
 * @param topic the topic preset when this account is ticked
 * @param onForm one of the fixed cells of the visit form; the others stand under "more"
 */
public record AccountType(
        String code,
        String nameVi,
        String nameEn,
        String shortVi,
        String shortEn,
        String icon,
        int minAge,
        @Nullable String topic,
        boolean onForm,
        boolean enabled,
        int position) {

    public String name(Locale locale) {
        return "en".equals(locale.getLanguage()) ? nameEn : nameVi;
    }

    /** Unknown birth years are given the benefit of the doubt. */
    public boolean forAge(@Nullable Integer birthYear, int year) {
        return birthYear == null || year - birthYear >= minAge;
    }

    public String shortName(Locale locale) {
        return "en".equals(locale.getLanguage()) ? shortEn : shortVi;
    }
}
