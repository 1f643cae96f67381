package vn.tungnha.models;

import java.util.Locale;

/** A kind of community model. */
public record ModelKind(String code, int version, String nameVi, String nameEn, boolean enabled, int position) {

    public String name(Locale locale) {
        return "en".equals(locale.getLanguage()) ? nameEn : nameVi;
    }
}
