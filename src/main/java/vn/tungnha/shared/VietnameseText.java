package vn.tungnha.shared;

import java.math.BigInteger;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Vietnamese as people type it: two Unicode forms, two ways to place tone marks, names sorted by the given name. */
public final class VietnameseText {

    /** House numbers as people walk past them: 12, 12A, 12/3, 12/14, 14; none at all comes last. */
    public static final Comparator<@Nullable String> NATURAL_ORDER = VietnameseText::compareNaturally;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern PART = Pattern.compile("\\d+|\\p{L}+|[^\\d\\p{L}]+");

    private VietnameseText() {}

    /** NFC, single spaces, no space at the ends: how text is stored. */
    public static String normalise(String text) {
        return SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    /** Lower case without any mark and with d for đ: "Thủy", "Thuỷ" and "thuy" are the same to a search. */
    public static String fold(String text) {
        String apart = Normalizer.normalize(normalise(text).toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return MARKS.matcher(apart).replaceAll("").replace('đ', 'd');
    }

    /** Sort key of a person's name: given name first, then family and middle names. */
    public static String nameKey(String name) {
        String folded = fold(name);
        int space = folded.lastIndexOf(' ');
        return space < 0 ? folded : folded.substring(space + 1) + ' ' + folded.substring(0, space);
    }

    /** The same order as {@link #NATURAL_ORDER}, as a key a database can sort by bytes. */
    public static String naturalKey(String number) {
        StringBuilder key = new StringBuilder();
        for (String part : parts(number)) {
            if (isNumber(part)) {
                String digits = new BigInteger(part).toString();
                key.append((char) ('a' + Math.min(25, digits.length()))).append(digits);
            } else if (Character.isLetter(part.charAt(0))) {
                // before a slash (12A, 12/3), but after every number where a number begins with it (K112)
                key.append(key.isEmpty() ? '~' : '!').append(part).append('!');
            } else {
                key.append('/');
            }
        }
        return key.toString();
    }

    private static int compareNaturally(@Nullable String left, @Nullable String right) {
        if (left == null || right == null || left.isBlank() || right.isBlank()) {
            return Boolean.compare(left == null || left.isBlank(), right == null || right.isBlank());
        }
        return naturalKey(left).compareTo(naturalKey(right));
    }

    private static List<String> parts(String number) {
        List<String> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(fold(number).replace(" ", ""));
        while (matcher.find()) {
            parts.add(matcher.group());
        }
        return parts;
    }

    private static boolean isNumber(String part) {
        return Character.isDigit(part.charAt(0));
    }
}
