package vn.tungnha.demo;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Search and sort forms of names and addresses. */
final class Text {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private Text() {}

    static String fold(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .replace('đ', 'd')
                .replace('Đ', 'd')
                .toLowerCase(Locale.ROOT);
    }

    /** Given name first. */
    static String byGivenName(String name) {
        int last = name.lastIndexOf(' ');
        return fold(name.substring(last + 1) + " " + name.substring(0, Math.max(last, 0)));
    }

    /** Alley, then house numbers by value. */
    static String walkingOrder(String alley, String number) {
        return NUMBER.matcher(fold(alley + " " + number))
                .replaceAll(match -> "0".repeat(Math.max(0, 5 - match.group().length())) + match.group());
    }
}
