package vn.tungnha.allowances.web;

import java.time.LocalDate;
import java.util.Locale;
import org.springframework.context.MessageSource;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Vn;

/** Finished texts for the pages of days and money, in one reader's language. */
record Words(MessageSource messages, Locale locale) {

    Vn vn() {
        return Vn.in(locale);
    }

    String say(String key, Object... arguments) {
        return messages.getMessage("allowances." + key, arguments, locale);
    }

    String why(RuleBroken broken) {
        return messages.getMessage(broken.getKey(), FormRules.arguments(broken), locale);
    }

    /** "12.350.000 đ". */
    String money(long amount) {
        return vn().number(amount) + " đ";
    }

    /** With its sign. */
    String change(long amount) {
        return vn().signed(amount, 0) + " đ";
    }

    /** "tháng 10/2026". */
    String month(LocalDate last) {
        return say("month", String.valueOf(last.getMonthValue()), String.valueOf(last.getYear()));
    }
}
