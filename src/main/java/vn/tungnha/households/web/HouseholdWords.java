package vn.tungnha.households.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.households.HouseholdKind;
import vn.tungnha.households.ResidentView;
import vn.tungnha.households.Stay;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Vn;

/** What households and residents are called in the reader's language. */
@Component
@RequiredArgsConstructor
class HouseholdWords {

    private final MessageSource messages;

    String say(Locale locale, String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    String kind(HouseholdKind kind, Locale locale) {
        return say(locale, "households.kind." + kind);
    }

    String stay(Stay stay, Locale locale) {
        return say(locale, "households.stay." + stay);
    }

    /** The name; of those of 14 and 15 the birth year only. */
    String name(ResidentView resident, Locale locale) {
        String name = resident.name();
        return name != null ? name : say(locale, "households.young", String.valueOf(resident.birthYear()));
    }

    String smartphone(@Nullable Boolean smartphone, Locale locale) {
        return say(locale, "households.smartphone." + (smartphone == null ? "unknown" : smartphone ? "yes" : "no"));
    }

    /** What stands above a list one has to choose from. */
    List<Choice> choose(Locale locale) {
        return List.of(new Choice("", say(locale, "households.form.choose")));
    }

    List<Choice> kinds(Locale locale) {
        return Arrays.stream(HouseholdKind.values())
                .map(kind -> new Choice(kind.name(), kind(kind, locale)))
                .toList();
    }

    List<Choice> stays(Locale locale) {
        return Arrays.stream(Stay.values())
                .map(stay -> new Choice(stay.name(), stay(stay, locale)))
                .toList();
    }

    List<Choice> sexes(Locale locale) {
        return List.of(
                new Choice("", say(locale, "households.sex.unknown")),
                new Choice("FEMALE", say(locale, "households.sex.FEMALE")),
                new Choice("MALE", say(locale, "households.sex.MALE")));
    }

    List<Choice> smartphones(Locale locale) {
        return List.of(
                new Choice("", smartphone(null, locale)),
                new Choice("true", smartphone(true, locale)),
                new Choice("false", smartphone(false, locale)));
    }

    /** ••• ••• 112: what lists show of a phone number. */
    static String masked(@Nullable String last3) {
        return last3 == null ? Vn.NONE : "••• ••• " + last3;
    }

    /** 0905 123 112. */
    static String spoken(String phone) {
        return phone.substring(0, 4) + " " + phone.substring(4, 7) + " " + phone.substring(7);
    }
}
