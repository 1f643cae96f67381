package vn.tungnha.indicators.web;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Vn;

/** Numbers as people type them: 13.781, 13 781 or 97,18; a lone dot before three digits groups thousands. */
final class Typed {

    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}([. ]\\d{3})+(,\\d{1,4})?");
    private static final Pattern PLAIN = Pattern.compile("\\d{1,13}([.,]\\d{1,4})?");

    private Typed() {}

    /** As the field itself reads it again, whatever the language of the page: 1.250 or 92,5; nothing for null. */
    static String again(@Nullable BigDecimal amount) {
        return amount == null
                ? ""
                : Vn.vi().number(amount, Math.max(0, amount.stripTrailingZeros().scale()));
    }

    /** Null for an empty field: not known, which is not 0. */
    static @Nullable BigDecimal number(String field, @Nullable String text, String name) {
        String typed = text == null ? "" : text.strip().replace('\u00a0', ' ');
        if (typed.isEmpty()) {
            return null;
        }
        if (GROUPED.matcher(typed).matches()) {
            return new BigDecimal(typed.replace(".", "").replace(" ", "").replace(',', '.'));
        }
        if (PLAIN.matcher(typed).matches()) {
            return new BigDecimal(typed.replace(',', '.'));
        }
        throw RuleBroken.at(field, "indicators.error.number", name);
    }
}
