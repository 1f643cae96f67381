package vn.tungnha.visits.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Choice;
import vn.tungnha.visits.AccountType;
import vn.tungnha.visits.Homes;

/**
 * A household before its door.
 *
 * @param phones number to dial, and what is shown of it
 */
record HomePage(
        String id,
        String title,
        String subtitle,
        @Nullable String last,
        @Nullable String appointment,
        String held,
        String heldOf,
        @Nullable String children,
        List<PersonCells> persons,
        List<Choice> phones) {

    record PersonCells(String name, String about, List<Cell> cells) {}

    /** One account of one person; {@code word} says how far it has come. */
    record Cell(String icon, String account, boolean has, String word) {}

    static HomePage of(Homes.Home home, List<AccountType> types, List<Choice> phones, int year, Words words) {
        List<AccountType> shown = types.stream().filter(AccountType::onForm).toList();
        List<PersonCells> persons = home.persons().stream()
                .map(person -> new PersonCells(
                        words.person(person, year),
                        words.about(person, year),
                        shown.stream()
                                .filter(type -> person.oldEnough(type, year))
                                .map(type -> cell(person, type, words))
                                .toList()))
                .toList();
        long all = persons.stream().mapToLong(person -> person.cells().size()).sum();
        long held = persons.stream()
                .flatMap(person -> person.cells().stream())
                .filter(Cell::has)
                .count();
        return new HomePage(
                home.id().toString(),
                Words.address(home.alley(), home.number()),
                subtitle(home, words),
                home.last() == null ? null : last(home.last(), words),
                home.last() == null || home.last().followUpAt() == null
                        ? null
                        : WorkLine.appointment(home.last().followUpAt(), words),
                words.vn().number(held),
                words.vn().number(all),
                home.children() == 0 ? null : words.say("visits.home.children", home.children()),
                persons,
                phones);
    }

    static String subtitle(Homes.Home home, Words words) {
        String name = words.householder(home);
        String people = words.say("visits.people", home.persons().size() + home.children());
        return name.isEmpty() ? people : name + " · " + people;
    }

    private static String last(Homes.LastVisit last, Words words) {
        String said = words.say("visits.home.last." + last.outcome(), words.vn().day(last.at()));
        return last.note() == null ? said : said + " " + last.note();
    }

    private static Cell cell(Homes.Person person, AccountType type, Words words) {
        var state = person.state(type.code());
        return new Cell(
                Icons.account(type.icon()),
                type.shortName(words.locale()),
                state.holds(),
                words.say("visits.state." + state));
    }
}
