package vn.tungnha.visits;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A short picture card to hand over on the phone.
 *
 * @param code as addresses write it
 * @param reasons failure reasons it helps with
 * @param version of the row when it was read
 */
public record Card(
        String code,
        String titleVi,
        String titleEn,
        String leadVi,
        String leadEn,
        boolean enabled,
        int position,
        int version,
        Set<String> reasons,
        List<Step> steps) {

    public String title(Locale locale) {
        return "en".equals(locale.getLanguage()) ? titleEn : titleVi;
    }

    public String lead(Locale locale) {
        return "en".equals(locale.getLanguage()) ? leadEn : leadVi;
    }

    /** One thing to do, with the drawing of it. */
    public record Step(String picture, String textVi, String textEn) {

        public String text(Locale locale) {
            return "en".equals(locale.getLanguage()) ? textEn : textVi;
        }
    }
}
