package vn.tungnha.visits;

import java.util.Locale;

/** What an outcome is called. */
public record OutcomeLabel(Outcome code, String nameVi, String nameEn) {

    public String name(Locale locale) {
        return "en".equals(locale.getLanguage()) ? nameEn : nameVi;
    }
}
