package vn.tungnha.identity.login;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a person types to say who they are: a username, or a mobile number in any of the usual spellings. */
public final class LoginName {

    private static final Pattern MOBILE = Pattern.compile("(?:0|\\+?84)([35789]\\d{8})");
    private static final Pattern SPACING = Pattern.compile("[\\s.\\-()]");

    private LoginName() {}

    /** A Vietnamese mobile number as E.164. */
    public static Optional<String> phone(String typed) {
        var parts = MOBILE.matcher(SPACING.matcher(typed).replaceAll(""));
        return parts.matches() ? Optional.of("+84" + parts.group(1)) : Optional.empty();
    }

    /** As it is kept: E.164 for a number, lower case for a name. */
    public static String of(String typed) {
        return phone(typed).orElseGet(() -> typed.strip().toLowerCase(Locale.ROOT));
    }

    /** An E.164 number as people here write it: 0905 123 456. */
    public static String spoken(String phone) {
        String local = "0" + phone.substring("+84".length());
        return local.substring(0, 4) + " " + local.substring(4, 7) + " " + local.substring(7);
    }

    /** A login name as people read it: numbers as they are written here, names as they are. */
    public static String spokenIfNumber(String username) {
        return username.startsWith("+84") ? spoken(username) : username;
    }
}
