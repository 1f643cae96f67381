package vn.tungnha.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.RuleBroken;

/**
 * Six digits by which members of teams sign in: what old fingers can type in an alley. Five wrong ones lock the account for
 * a quarter of an hour, so what matters is that it is not one of those everybody tries first.
 */
final class Pin {

    private static final String FORM = "\\d{6}";
    private static final String UP = "01234567890123456789";
    private static final String DOWN = new StringBuilder(UP).reverse().toString();
    private static final Set<String> COMMON =
            Set.of("112233", "121212", "123123", "131313", "147258", "159753", "123321", "456456", "789789", "696969");

    private Pin() {}

    static boolean looksLikeOne(String text) {
        return text.matches(FORM);
    }

    /** @throws RuleBroken at {@code field} for anything but six digits, and for those that are too easy to guess */
    static void check(String field, String pin, @Nullable String phone) {
        if (!looksLikeOne(pin)) {
            throw RuleBroken.at(field, "identity.pin.form");
        }
        boolean easy = pin.chars().distinct().count() < 3
                || UP.contains(pin)
                || DOWN.contains(pin)
                || COMMON.contains(pin)
                || (phone != null && phone.endsWith(pin));
        if (easy) {
            throw RuleBroken.at(field, "identity.pin.easy");
        }
    }
}
