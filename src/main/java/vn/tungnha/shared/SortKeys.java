package vn.tungnha.shared;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keys by which names, alleys and house numbers are sorted and searched: folded, without diacritics. */
public final class SortKeys {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s,.;]+");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private SortKeys() {}

    /** Lower case, no diacritics, d for đ, single spaces. */
    public static String fold(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        String lower = bare.toLowerCase(Locale.ROOT).replace('đ', 'd');
        return SPACES.matcher(lower).replaceAll(" ").strip();
    }

    /** The given name first, as lists of Vietnamese people are sorted: "Trần Thị Hoa" gives "hoa tran thi". */
    public static String person(String name) {
        String folded = fold(name);
        int last = folded.lastIndexOf(' ');
        return last < 0 ? folded : folded.substring(last + 1) + " " + folded.substring(0, last);
    }

    /** Numbers inside the text count as numbers: K9 before K112, 14 before 14/2. */
    public static String natural(String text) {
        Matcher digits = DIGITS.matcher(fold(text));
        return digits.replaceAll(number -> {
            String plain = number.group();
            return plain.length() >= 6 ? plain : "0".repeat(6 - plain.length()) + plain;
        });
    }

    /** Alley after alley, then house after house. */
    public static String walking(String alley, String number) {
        return natural(alley) + "|" + natural(number);
    }

    /** What is typed into a search box, as patterns of which every one must be found in a folded text. */
    public static List<String> patterns(String typed) {
        return Stream.of(fold(typed).split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .toList();
    }
}
