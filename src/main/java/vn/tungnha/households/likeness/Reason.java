package vn.tungnha.households.likeness;

import java.util.Locale;

/** One thing that speaks for or against two entries being one person. */
public enum Reason {
    NAME_SAME,
    NAME_MARKS,
    NAME_ORDER,
    NAME_MIDDLE,
    NAME_LETTER,
    NAME_OTHER,
    NAME_UNKNOWN,
    YEAR_SAME,
    YEAR_NEAR,
    YEAR_OTHER,
    PHONE_SAME,
    PHONE_OTHER,
    CITIZEN_SAME,
    CITIZEN_OTHER,
    HOUSEHOLD_SAME,
    ALLEY_SAME,
    SEX_OTHER;

    /** Key of the message that says it. */
    public String key() {
        return "doubles.reason." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is worth saying: what is not known is left out. */
    public boolean told() {
        return this != NAME_UNKNOWN;
    }
}
