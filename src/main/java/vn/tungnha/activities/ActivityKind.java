package vn.tungnha.activities;

import java.util.Locale;

/**
 * A kind of activity and what it means.
 *
 * @param trains whoever was there has been trained
 * @param duty a member who was there was on duty that day
 * @param signUp people sign up beforehand
 * @param desk who comes is counted at the team's help desk, not here
 */
public record ActivityKind(
        String code,
        int version,
        String nameVi,
        String nameEn,
        boolean trains,
        boolean duty,
        boolean signUp,
        boolean desk,
        boolean enabled,
        int position) {

    public String name(Locale locale) {
        return "en".equals(locale.getLanguage()) ? nameEn : nameVi;
    }
}
