package vn.tungnha.visits;

import java.util.Locale;

/**
 * Something a visit can explain.
 *
 * @param onForm shown at once; the others stand under "more"
 */
public record Topic(
        String code, Pillar pillar, String nameVi, String nameEn, boolean onForm, boolean enabled, int position) {

    /** The three parts of digital transformation. */
    public enum Pillar {
        GOVERNMENT,
        ECONOMY,
        SOCIETY
    }

    public String name(Locale locale) {
        return "en".equals(locale.getLanguage()) ? nameEn : nameVi;
    }
}
