package vn.tungnha.visits;

import java.util.Locale;

/**
 * Why an account could not be opened.
 *
 * @param onForm one tap away on the visit form; the others stand under "more"
 */
public record FailureReason(String code, String nameVi, String nameEn, boolean onForm, boolean enabled, int position) {

    public String name(Locale locale) {
        return "en".equals(locale.getLanguage()) ? nameEn : nameVi;
    }
}
