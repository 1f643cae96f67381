package vn.tungnha.gateway.web;

import java.util.Locale;
import org.springframework.context.MessageSource;
import vn.tungnha.shared.Vn;

/** Finished texts for the pages of this module, in one reader's language. */
record Texts(MessageSource messages, Locale locale) {

    Vn vn() {
        return Vn.in(locale);
    }

    String say(String key, Object... arguments) {
        return messages.getMessage("gateway." + key, arguments, locale);
    }
}
