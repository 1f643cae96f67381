package vn.tungnha.papers.web;

import java.util.Locale;
import org.springframework.context.MessageSource;
import vn.tungnha.papers.PaperPeriod;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Vn;

/** Finished texts for the pages of papers, in one reader's language. */
record Words(MessageSource messages, Locale locale) {

    Vn vn() {
        return Vn.in(locale);
    }

    boolean english() {
        return "en".equals(locale.getLanguage());
    }

    String say(String key, Object... arguments) {
        return messages.getMessage("papers." + key, arguments, locale);
    }

    String why(RuleBroken broken) {
        return messages.getMessage(broken.getKey(), FormRules.arguments(broken), locale);
    }

    /** "tháng 10 năm 2026"; in English its code. */
    String period(PaperPeriod period) {
        return english() ? period.code() : period.words();
    }

    String name(String vi, String en) {
        return english() ? en : vi;
    }
}
