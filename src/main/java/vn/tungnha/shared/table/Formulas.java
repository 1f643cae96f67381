package vn.tungnha.shared.table;

/** Keeps a spreadsheet from taking text for a formula. */
final class Formulas {

    private static final String STARTERS = "=+-@\t\r";

    private Formulas() {}

    /** The text as it is, with an apostrophe in front when it begins like a formula. */
    static String defused(String text) {
        return !text.isEmpty() && STARTERS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
