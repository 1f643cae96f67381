package vn.tungnha.door.web;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import vn.tungnha.door.RequestState;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Vn;

/** Finished texts for the pages of the door, in one reader's language. */
record DoorWords(MessageSource messages, Locale locale) {

    Vn vn() {
        return Vn.in(locale);
    }

    String say(String key, @Nullable Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    String why(RuleBroken broken) {
        return say(broken.getKey(), FormRules.arguments(broken));
    }

    String hours(Instant from, Instant until) {
        return vn().time(from) + "–" + vn().time(until);
    }

    String state(RequestState state) {
        return say("door.state." + state);
    }

    boolean english() {
        return "en".equals(locale.getLanguage());
    }

    static String level(RequestState state, boolean overdue) {
        return switch (state) {
            case NEW, ASSIGNED -> overdue ? "bad" : "near";
            case DONE, ANSWERED -> "good";
            case REFUSED -> "info";
            case MERGED, SPAM -> "none";
        };
    }
}
