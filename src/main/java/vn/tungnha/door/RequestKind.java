package vn.tungnha.door;

import java.util.Locale;

/**
 * What citizens can ask for.
 *
 * @param answerDays working days until it has to be answered
 * @param keepDays days after the answer until what tells who asked is erased
 */
public record RequestKind(String code, String nameVi, String nameEn, int answerDays, int keepDays) {

    /** Somebody is to come to the house: it needs a telephone and an address. */
    public static final String VISIT = "VISIT";

    public static final String SUGGESTION = "SUGGESTION";

    public String name(Locale locale) {
        return "en".equals(locale.getLanguage()) ? nameEn : nameVi;
    }
}
