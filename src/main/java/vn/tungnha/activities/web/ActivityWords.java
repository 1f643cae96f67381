package vn.tungnha.activities.web;

import java.time.YearMonth;
import java.util.Locale;
import org.springframework.context.MessageSource;
import vn.tungnha.activities.ActivityState;
import vn.tungnha.activities.ActivityView;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Vn;

/** Finished texts for the pages of activities, in one reader's language. */
record ActivityWords(MessageSource messages, Locale locale) {

    Vn vn() {
        return Vn.in(locale);
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    String why(RuleBroken broken) {
        return say(broken.getKey(), FormRules.arguments(broken));
    }

    String kind(ActivityView activity) {
        return "en".equals(locale.getLanguage()) ? activity.kindEn() : activity.kindVi();
    }

    /** 08:00–11:00. */
    String hours(ActivityView activity) {
        return vn().time(activity.startsAt()) + "–" + vn().time(activity.endsAt());
    }

    String state(ActivityState state) {
        return say("activities.state." + state);
    }

    static String level(ActivityState state) {
        return switch (state) {
            case PLANNED -> "info";
            case HELD -> "good";
            case CANCELLED -> "none";
        };
    }

    String month(YearMonth month) {
        return say("activities.month", String.valueOf(month.getMonthValue()), String.valueOf(month.getYear()));
    }
}
