package vn.tungnha.households.web;

import java.util.Locale;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.households.AlikePerson;
import vn.tungnha.households.Presences;
import vn.tungnha.households.likeness.Likeness;
import vn.tungnha.households.likeness.Reason;
import vn.tungnha.shared.Vn;

/** Why two entries may be one, in words. */
@Component
@RequiredArgsConstructor
class DoubleWords {

    private final HouseholdWords words;

    /** "cùng họ tên, năm sinh 1965, cùng số điện thoại". */
    String reasons(Likeness likeness, @Nullable Integer year, @Nullable Integer other, Locale locale) {
        return likeness.reasons().stream()
                .filter(Reason::told)
                .map(reason -> words.say(locale, reason.key(), text(year), text(other)))
                .collect(Collectors.joining(", "));
    }

    String strength(Likeness likeness, Locale locale) {
        return words.say(locale, "doubles.strength." + likeness.strength());
    }

    /** "Đã hỏi lúc …: đã chuyển đi từ …". */
    String answer(Presences.Asked asked, Vn vn, Locale locale) {
        String answer = asked.answer();
        return words.say(
                locale,
                "doubles.asked." + (answer == null ? "WAITING" : answer),
                vn.moment(asked.at()),
                vn.day(asked.movedOn()));
    }

    static String level(Likeness likeness) {
        return switch (likeness.strength()) {
            case STRONG -> "bad";
            case LIKELY -> "near";
            case WEAK, NONE -> "none";
        };
    }

    /** "1965 · K112/14 · ••• ••• 112". */
    String details(AlikePerson.Entry entry, Locale locale) {
        String gone =
                switch (entry.status()) {
                    case LEFT -> " · " + words.say(locale, "doubles.left");
                    case DECEASED -> " · " + words.say(locale, "doubles.deceased");
                    case PRESENT, MERGED -> "";
                };
        String last3 = entry.phoneLast3();
        return text(entry.birthYear()) + " · " + entry.address()
                + (last3 == null ? "" : " · " + HouseholdWords.masked(last3)) + gone;
    }

    String name(AlikePerson.Entry entry, Locale locale) {
        String name = entry.name();
        return name != null ? name : words.say(locale, "households.young", text(entry.birthYear()));
    }

    static String text(@Nullable Object value) {
        return value == null ? Vn.NONE : String.valueOf(value);
    }
}
