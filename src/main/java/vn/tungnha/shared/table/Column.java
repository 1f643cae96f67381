package vn.tungnha.shared.table;

import java.util.List;
import java.util.Locale;

/**
 * A column of a table that can be read in.
 *
 * @param code the same for ever; a heading may also be this
 * @param example a cell as it should look, shown in the template
 * @param aliases other headings people use
 * @param nature what stands in its cells
 */
public record Column(
        String code, String vi, String en, boolean required, String example, List<String> aliases, Nature nature) {

    /** What stands in a cell, for the rules by which it is read. */
    public enum Nature {
        TEXT,
        PERSON,
        PHONE,
        DAY,
        YEAR
    }

    public Column(String code, String vi, String en, boolean required, String example, List<String> aliases) {
        this(code, vi, en, required, example, aliases, Nature.TEXT);
    }

    public static Column required(String code, String vi, String en, String example, String... aliases) {
        return new Column(code, vi, en, true, example, List.of(aliases));
    }

    public static Column optional(String code, String vi, String en, String example, String... aliases) {
        return new Column(code, vi, en, false, example, List.of(aliases));
    }

    public Column as(Nature other) {
        return new Column(code, vi, en, required, example, aliases, other);
    }

    public String name(Locale locale) {
        return "en".equals(locale.getLanguage()) ? en : vi;
    }
}
