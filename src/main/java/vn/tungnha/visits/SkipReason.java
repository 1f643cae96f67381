package vn.tungnha.visits;

import java.util.Locale;

/** Why a household is left for another day. */
public record SkipReason(String code, String nameVi, String nameEn, boolean enabled, int position) {

    public String name(Locale locale) {
        return "en".equals(locale.getLanguage()) ? nameEn : nameVi;
    }
}
