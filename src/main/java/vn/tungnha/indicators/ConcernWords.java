package vn.tungnha.indicators;

import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.indicators.MeasureView.Source;
import vn.tungnha.shared.Vn;

/** Says in words why somebody should be looked at. */
@Component
@RequiredArgsConstructor
public class ConcernWords {

    private final MessageSource messages;

    /** The most pressing reason; null where there is none. */
    public @Nullable String first(Standing standing, Locale locale) {
        return standing.concerns().isEmpty()
                ? null
                : text(standing, standing.concerns().get(0), locale);
    }

    public String text(Standing standing, Concern concern, Locale locale) {
        Vn vn = Vn.in(locale);
        String now = standing.shown(concern.now(), vn);
        String against = standing.shown(concern.against(), vn);
        return switch (concern.sort()) {
            case BEHIND -> behind(standing, concern, now, against, vn, locale);
            case SILENT -> silent(standing, concern, vn, locale);
            case FALLING -> say(standing.up() ? "FALLING" : "RISING", locale, against, now);
            case ABOVE -> say("ABOVE", locale, now);
            case UNKNOWN, UNTARGETED -> say(concern.sort().name(), locale);
        };
    }

    private String behind(Standing standing, Concern concern, String now, String against, Vn vn, Locale locale) {
        boolean over = standing.progress().days() == standing.progress().of();
        String said = say(
                !standing.up() ? "OVER" : over ? "MISSED" : standing.amountIsNone() ? "NONE" : "BEHIND",
                locale,
                now,
                against);
        if (concern.missing() == null) {
            return said;
        }
        MeasureView counted = standing.counted();
        String noun = "en".equals(locale.getLanguage()) ? counted.unitEn() : counted.unitVi();
        return said + "; " + say("missing", locale, vn.number(concern.missing()), noun);
    }

    private String silent(Standing standing, Concern concern, Vn vn, Locale locale) {
        String sort = standing.counted().source() == Source.FIELD ? "SILENT.field" : "SILENT.reported";
        return concern.since() == null
                ? say("SILENT.never", locale)
                : say(sort, locale, vn.number(concern.days()), vn.day(concern.since()));
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage("targets.concern." + key, arguments, locale);
    }
}
