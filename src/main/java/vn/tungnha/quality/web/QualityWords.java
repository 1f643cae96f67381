package vn.tungnha.quality.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import vn.tungnha.quality.Fault;
import vn.tungnha.quality.Found.CheckView;
import vn.tungnha.shared.Vn;

/** Faults in finished sentences, in one reader's language. */
record QualityWords(MessageSource messages, Locale locale) {

    Vn vn() {
        return Vn.in(locale);
    }

    String say(String key, @Nullable Object... arguments) {
        return messages.getMessage("quality." + key, arguments, locale);
    }

    String name(String check) {
        return say("check." + check);
    }

    String hint(CheckView check) {
        return say("check." + check.code() + ".hint", vn().number(check.threshold()));
    }

    String sentence(Fault fault) {
        boolean english = "en".equals(locale.getLanguage());
        return say(
                "finding." + kind(fault),
                periods(english ? fault.nameEn() : fault.nameVi()),
                vn().number(fault.amount()),
                vn().number(fault.other()),
                vn().day(fault.day()),
                periods(english ? fault.detailEn() : fault.detailVi()),
                fault.amount() == null ? "" : fault.amount().toPlainString());
    }

    /** Codes of periods as people write them: 2026-10 is 10/2026, 2026-Q3 is Q3/2026. */
    private static @Nullable String periods(@Nullable String text) {
        return text == null ? null : text.replaceAll("\\b(\\d{4})-(\\d{2}|Q\\d)\\b(?!-)", "$2/$1");
    }

    /** Some checks find two kinds of things. */
    private static String kind(Fault fault) {
        return switch (fault.check()) {
            case "FUTURE_DATE" -> fault.check() + "." + fault.detailVi();
            case "INACTIVE_TEAM" -> fault.day() == null ? fault.check() + ".NEVER" : fault.check();
            default -> fault.check();
        };
    }
}
