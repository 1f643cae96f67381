package vn.tungnha.visits.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.tungnha.visits.AccountType;
import vn.tungnha.visits.Catalogue;
import vn.tungnha.visits.HolderState;
import vn.tungnha.visits.Homes;
import vn.tungnha.visits.OutcomeLabel;
import vn.tungnha.visits.TeamHouses;

/**
 * Sheets to take along, one per alley: what is known stands there, the rest is to be written.
 *
 * @param day as it is printed
 * @param blanks empty lines at the end of each alley, for households nobody knew
 */
record SheetPage(
        String team,
        String day,
        List<AlleyChoice> choices,
        List<AlleyPart> alleys,
        List<String> accounts,
        List<Letter> outcomes,
        List<Integer> blanks,
        List<LegendLine> legend,
        String households) {

    /** Columns of the table: the accounts and eight more. */
    public int width() {
        return accounts.size() + 8;
    }

    /** @param note how many households */
    record AlleyChoice(String name, String note, boolean chosen) {}

    record AlleyPart(String name, List<HousePart> houses) {}

    /** @param last how the last visit went, null when there was none */
    record HousePart(
            String number,
            @Nullable String label,
            @Nullable String children,
            @Nullable String last,
            @Nullable String later,
            List<PersonPart> persons) {

        public int span() {
            return persons.size();
        }
    }

    /** @param cells null in a cell the person is too young for */
    record PersonPart(String name, String about, List<@Nullable Cell> cells) {}

    /** @param has known to hold it: nothing to ask */
    record Cell(boolean has, String word) {}

    record Letter(String letter, String text) {}

    record LegendLine(String title, String text) {}

    static SheetPage of(
            String team,
            LocalDate day,
            List<TeamHouses.Alley> all,
            List<String> chosen,
            List<TeamHouses.House> houses,
            int blanks,
            Catalogue catalogue,
            Words words) {
        List<AccountType> types =
                catalogue.accountTypes().stream().filter(AccountType::onForm).toList();
        Map<String, List<HousePart>> alleys = new LinkedHashMap<>();
        houses.forEach(house -> alleys.computeIfAbsent(house.alley(), any -> new ArrayList<>())
                .add(house(house, types, day.getYear(), words)));
        return new SheetPage(
                team,
                words.vn().day(day),
                all.stream()
                        .map(alley -> new AlleyChoice(
                                alley.name(),
                                words.say("paper.households", alley.households()),
                                chosen.isEmpty() || chosen.contains(alley.name())))
                        .toList(),
                alleys.entrySet().stream()
                        .map(alley -> new AlleyPart(alley.getKey(), alley.getValue()))
                        .toList(),
                types.stream().map(type -> type.shortName(words.locale())).toList(),
                catalogue.outcomes().stream().map(one -> letter(one, words)).toList(),
                IntStream.range(0, blanks).boxed().toList(),
                PaperCodes.legend(catalogue, words),
                words.say("paper.households", houses.size()));
    }

    private static Letter letter(OutcomeLabel outcome, Words words) {
        return new Letter(words.say("paper.letter." + outcome.code()), outcome.name(words.locale()));
    }

    private static HousePart house(TeamHouses.House house, List<AccountType> types, int year, Words words) {
        var last = house.last();
        var lastAt = house.lastAt();
        var later = house.followUpAt();
        return new HousePart(
                house.number(),
                house.label(),
                house.children() == 0 ? null : words.say("paper.children", house.children()),
                last == null || lastAt == null
                        ? null
                        : words.say("paper.last." + last, words.vn().day(lastAt)),
                later == null ? null : words.say("paper.later", words.vn().moment(later)),
                house.persons().stream()
                        .map(person -> person(person, types, year, words))
                        .toList());
    }

    private static PersonPart person(Homes.Person person, List<AccountType> types, int year, Words words) {
        List<@Nullable Cell> cells = new ArrayList<>();
        for (AccountType type : types) {
            cells.add(person.oldEnough(type, year) ? cell(person.state(type.code()), words) : null);
        }
        Integer born = person.birthYear();
        String name = person.name();
        return new PersonPart(
                name == null ? words.say("visits.person.unnamed") : name,
                (born == null ? "" : String.valueOf(born))
                        + (person.householder() ? " · " + words.say("visits.person.householder") : ""),
                cells);
    }

    private static Cell cell(HolderState state, Words words) {
        return new Cell(state.holds(), words.say("paper.state." + state));
    }
}
