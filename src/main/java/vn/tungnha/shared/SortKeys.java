package vn.tungnha.shared;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keys by which names, alleys and house numbers are stored, to be sorted by bytes and searched. */
public final class SortKeys {

    private static final Pattern PUNCTUATION = Pattern.compile("[\\s,.;]+");

    /** Sorts behind every key of a number. */
    private static final String NO_NUMBER = "~~";

    private SortKeys() {}

    /** What a search looks in: folded words with single spaces, no commas. */
    public static String fold(String text) {
        return PUNCTUATION.matcher(VietnameseText.fold(text)).replaceAll(" ").strip();
    }

    /** The given name first, as lists of Vietnamese people are sorted: "Trần Thị Hoa" gives "hoa tran thi". */
    public static String person(String name) {
        return VietnameseText.nameKey(fold(name));
    }

    /** Alley after alley, then house after house: 12, 12A, 12/3, 12/14; houses without a number come last. */
    public static String walking(String alley, String number) {
        String house = number.isBlank() ? NO_NUMBER : VietnameseText.naturalKey(number);
        // a space sorts before all that a key is made of: "Kiệt 112" before "Kiệt 112 Hải Phòng"
        return VietnameseText.naturalKey(alley) + ' ' + house;
    }

    /** What is typed into a search box, as patterns of which every one must be found in a folded text. */
    public static List<String> patterns(String typed) {
        return Stream.of(fold(typed).split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .toList();
    }
}
