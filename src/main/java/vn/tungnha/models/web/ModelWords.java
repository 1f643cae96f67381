package vn.tungnha.models.web;

import java.util.Locale;
import org.springframework.context.MessageSource;
import vn.tungnha.indicators.StatedFigure;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Vn;

/** Finished texts for the pages of models, in one reader's language. */
record ModelWords(MessageSource messages, Locale locale) {

    Vn vn() {
        return Vn.in(locale);
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    String why(RuleBroken broken) {
        return say(broken.getKey(), FormRules.arguments(broken));
    }

    /** A figure that was printed, in the words of its source. */
    record Published(String title, String words, String source) {}

    Published published(StatedFigure figure) {
        return new Published(
                figure.unit() + ", " + say("models.published.period", figure.period()),
                figure.statedAs(),
                figure.source());
    }
}
