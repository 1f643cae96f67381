package vn.tungnha.visits.web;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.SortKeys;
import vn.tungnha.shared.Vn;
import vn.tungnha.visits.Homes;
import vn.tungnha.visits.Outcome;

/** Finished texts for the pages of the field, in one reader's language. */
record Words(MessageSource messages, Locale locale) {

    private static final Pattern ALLEY = Pattern.compile("(?:Kiệt|Hẻm|Ngõ|Ngách) (\\S+) (.+)");
    private static final Map<Outcome, String> HOUSES = Map.of(
            Outcome.MET, "met", Outcome.ABSENT, "absent", Outcome.FOLLOW_UP, "later", Outcome.REFUSED, "refused");

    Vn vn() {
        return Vn.in(locale);
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    String why(RuleBroken broken) {
        return say(broken.getKey(), broken.getArguments().toArray());
    }

    /** K112/14 Hải Phòng: a house in an alley is called by both numbers. */
    static String address(String alley, String number) {
        Matcher parts = ALLEY.matcher(alley);
        if (parts.matches()) {
            return alley.charAt(0) + parts.group(1) + "/" + houseNumber(alley, number) + " " + parts.group(2);
        }
        return number.isEmpty() ? alley : number + " " + alley;
    }

    /** K112/14, for a toast. */
    static String shortAddress(String alley, String number) {
        Matcher parts = ALLEY.matcher(alley);
        return parts.matches()
                ? alley.charAt(0) + parts.group(1) + "/" + houseNumber(alley, number)
                : address(alley, number);
    }

    /** 14 of "K112/14": what tells the houses of an alley apart. */
    static String houseNumber(String alley, String number) {
        return SortKeys.withinAlley(alley, number);
    }

    /** State of a house in an alley strip. */
    static String house(@Nullable Outcome state) {
        return state == null ? "none" : HOUSES.getOrDefault(state, "none");
    }

    /** Ông Sáu: as one speaks to a person; the full name where age or sex are unknown. */
    String person(Homes.Person person, int year) {
        String name = person.name();
        if (name == null) {
            return person.birthYear() == null
                    ? say("visits.person.unnamed")
                    : say("visits.person.born", String.valueOf(person.birthYear()));
        }
        if (person.birthYear() == null || person.sex() == null || !"vi".equals(locale.getLanguage())) {
            return name;
        }
        int age = year - person.birthYear();
        String given = name.substring(name.lastIndexOf(' ') + 1);
        boolean man = "MALE".equals(person.sex());
        if (age >= 60) {
            return (man ? "Ông " : "Bà ") + given;
        }
        return age >= 30 ? (man ? "Anh " : "Chị ") + given : name;
    }

    /** 66 tuổi · chủ hộ. */
    String about(Homes.Person person, int year) {
        String age = person.birthYear() == null
                ? say("visits.person.age-unknown")
                : say("visits.person.age", String.valueOf(year - person.birthYear()));
        return person.householder() ? age + " · " + say("visits.person.householder") : age;
    }

    String householder(Homes.Home home) {
        return home.persons().stream()
                .filter(Homes.Person::householder)
                .map(Homes.Person::name)
                .filter(name -> name != null)
                .findFirst()
                .orElseGet(() -> home.label() == null ? "" : home.label());
    }
}
