package vn.tungnha.visits;

import java.util.Locale;

/** Why an account could not be opened. */
public record FailureReason(String code, String nameVi, String nameEn, boolean enabled, int position) {

    public String name(Locale locale) {
        return "en".equals(locale.getLanguage()) ? nameEn : nameVi;
    }
}
