package vn.tungnha.markets.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import vn.tungnha.markets.StallView;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Vn;

/** Finished texts for the pages of markets, in one reader's language. */
record MarketWords(MessageSource messages, Locale locale) {

    Vn vn() {
        return Vn.in(locale);
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    String why(RuleBroken broken) {
        return say(broken.getKey(), FormRules.arguments(broken));
    }

    /** "Dãy A", or that a stall stands in none. */
    String line(String line) {
        return line.isEmpty() ? say("markets.line.none") : say("markets.line.named", line);
    }

    String stall(StallView stall) {
        return say("markets.stall.named", stall.name());
    }

    /** In per cent; null where there is nothing to divide by. */
    static @Nullable BigDecimal rate(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(whole), 6, RoundingMode.HALF_UP);
    }

    String masked(@Nullable String last3) {
        return last3 == null ? Vn.NONE : "••• " + last3;
    }
}
