package vn.tungnha.shared;

import java.util.Optional;
import java.util.regex.Pattern;

/** A telephone number of Vietnam in any of the usual spellings: with dots, spaces, brackets, +84 or 84. */
public final class PhoneNumber {

    private static final Pattern SPACING = Pattern.compile("[\\s.()-]");
    private static final Pattern NUMBER = Pattern.compile("(?:\\+?84|0)(\\d{9})");

    private PhoneNumber() {}

    /** Ten digits from 0; empty where it is none. */
    public static Optional<String> plain(String typed) {
        var parts = NUMBER.matcher(SPACING.matcher(typed).replaceAll(""));
        return parts.matches() ? Optional.of("0" + parts.group(1)) : Optional.empty();
    }
}
