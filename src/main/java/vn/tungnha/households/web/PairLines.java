package vn.tungnha.households.web;

import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.households.AlikePerson;
import vn.tungnha.households.Doubles;

/** Two entries beside each other in one line, on the page and in its file. */
@Component
@RequiredArgsConstructor
class PairLines {

    private final HouseholdWords words;
    private final DoubleWords alike;

    List<String> heading(Locale locale) {
        return List.of(
                words.say(locale, "doubles.one"),
                words.say(locale, "doubles.one.what"),
                words.say(locale, "doubles.other"),
                words.say(locale, "doubles.other.what"),
                words.say(locale, "doubles.strength"),
                words.say(locale, "doubles.why"));
    }

    List<String> row(Doubles.People pair, Locale locale) {
        return List.of(
                alike.name(pair.one(), locale),
                alike.details(pair.one(), locale),
                alike.name(pair.other(), locale),
                alike.details(pair.other(), locale),
                alike.strength(pair.likeness(), locale),
                reasons(pair, locale));
    }

    Line line(Doubles.People pair, Locale locale) {
        return new Line(
                side(pair.one(), locale),
                side(pair.other(), locale),
                DoubleWords.level(pair.likeness()),
                alike.strength(pair.likeness(), locale),
                reasons(pair, locale),
                "/duplicates/residents/" + pair.one().id() + "/" + pair.other().id(),
                true);
    }

    Line line(Doubles.Houses pair, Locale locale) {
        return new Line(
                side(pair.one(), locale),
                side(pair.other(), locale),
                "near",
                words.say(locale, "doubles.strength.LIKELY"),
                words.say(locale, "doubles.reason.address"),
                "/duplicates/households/" + pair.one().id() + "/" + pair.other().id(),
                false);
    }

    private String reasons(Doubles.People pair, Locale locale) {
        return alike.reasons(
                pair.likeness(), pair.one().birthYear(), pair.other().birthYear(), locale);
    }

    private Side side(AlikePerson.Entry entry, Locale locale) {
        return new Side(
                entry.id().toString(),
                alike.name(entry, locale),
                alike.details(entry, locale),
                "/households/" + entry.household());
    }

    private Side side(Doubles.House house, Locale locale) {
        String head = house.householder();
        return new Side(
                house.id().toString(),
                house.address(),
                (head == null ? "" : head + " · ") + words.say(locale, "doubles.people", house.people()),
                "/households/" + house.id());
    }

    record Line(Side one, Side other, String level, String strength, String why, String url, boolean people) {}

    record Side(String id, String name, String what, String url) {}
}
