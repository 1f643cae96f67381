package vn.tungnha.visits.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Choice;
import vn.tungnha.visits.AccountType;
import vn.tungnha.visits.Catalogue;
import vn.tungnha.visits.Homes;
import vn.tungnha.visits.NotebookView;
import vn.tungnha.visits.TeamHouses;
import vn.tungnha.visits.TeamPeople;

/**
 * The grid of a notebook.
 *
 * @param base address of this notebook
 * @param today last day a notebook can be of
 * @param problems how many rows have to be looked at
 */
record NotebookPage(
        String base,
        String list,
        String team,
        String day,
        String today,
        String time,
        List<Tick> members,
        List<Choice> outcomes,
        List<String> accounts,
        List<Row> rows,
        List<StoredLine> stored,
        @Nullable String headError,
        @Nullable String problems,
        List<SheetPage.LegendLine> legend) {

    public int storedCount() {
        return stored.size();
    }

    record Tick(String value, String text, boolean chosen) {}

    record StoredLine(String id, String address, String what) {}

    /**
     * @param error what is wrong, {@code errorIn} in which column; null while nothing is
     * @param candidates households that fit what was typed, when several do
     */
    record Row(
            String id,
            int number,
            String house,
            String hid,
            String outcome,
            String time,
            String topics,
            String unnamed,
            String later,
            String note,
            @Nullable String about,
            List<PersonPart> persons,
            List<Choice> candidates,
            @Nullable String error,
            String errorIn) {

        public boolean wrong(String column) {
            return error != null && errorIn.equals(column);
        }
    }

    record PersonPart(String name, String about, List<Mark> marks) {}

    /** @param state null where the mark is to be written; else why nothing is asked */
    record Mark(
            String name,
            String account,
            String value,
            @Nullable String state) {}

    /** Why a row was not stored. */
    record Problem(String column, String message, List<TeamHouses.House> candidates) {}

    static Row row(
            UUID id,
            int number,
            NotebookForm form,
            TeamHouses.@Nullable House house,
            @Nullable Problem problem,
            Catalogue catalogue,
            int year,
            Words words) {
        return new Row(
                id.toString(),
                number,
                form.text("house", id),
                house == null ? "" : house.id().toString(),
                form.text("outcome", id),
                form.text("time", id),
                form.text("topics", id),
                form.text("unnamed", id),
                form.text("later", id),
                form.text("note", id),
                house == null ? null : about(house),
                house == null ? List.of() : persons(id, house, form, catalogue, year, words),
                problem == null
                        ? List.of()
                        : problem.candidates().stream()
                                .map(one -> new Choice(one.id().toString(), label(one) + about(one, " – ")))
                                .toList(),
                problem == null ? null : problem.message(),
                problem == null ? "" : problem.column());
    }

    static String label(TeamHouses.House house) {
        return Words.address(house.alley(), house.number());
    }

    private static String about(TeamHouses.House house) {
        return about(house, "");
    }

    private static String about(TeamHouses.House house, String before) {
        String name = house.householder() == null ? house.label() : house.householder();
        return name == null ? "" : before + name;
    }

    private static List<PersonPart> persons(
            UUID row, TeamHouses.House house, NotebookForm form, Catalogue catalogue, int year, Words words) {
        List<AccountType> types =
                catalogue.accountTypes().stream().filter(AccountType::onForm).toList();
        List<PersonPart> persons = new ArrayList<>();
        for (Homes.Person person : house.persons()) {
            persons.add(new PersonPart(
                    person.name() == null ? words.person(person, year) : person.name(),
                    person.birthYear() == null ? "" : String.valueOf(person.birthYear()),
                    types.stream()
                            .map(type -> mark(row, person, type, form, year, words))
                            .toList()));
        }
        return persons;
    }

    private static Mark mark(
            UUID row, Homes.Person person, AccountType type, NotebookForm form, int year, Words words) {
        String typed = form.mark(row, person.id(), type.code());
        String state = !person.oldEnough(type, year)
                ? "–"
                : person.state(type.code()).holds() && typed.isEmpty() ? words.say("paper.mark.has") : null;
        return new Mark(
                "a." + row + "." + person.id() + "." + type.code(), type.shortName(words.locale()), typed, state);
    }

    static List<Tick> members(List<TeamPeople.Member> all, List<String> chosen) {
        return all.stream()
                .map(one -> new Tick(
                        one.id().toString(),
                        one.name(),
                        chosen.contains(one.id().toString())))
                .toList();
    }

    static List<StoredLine> stored(NotebookView notebook, Catalogue catalogue, Words words) {
        return notebook.stored().stream()
                .map(one -> new StoredLine(
                        one.visitId().toString(),
                        Words.address(one.alley(), one.number()),
                        SentPage.label(one.outcome(), catalogue.outcomes(), words) + " · "
                                + words.vn().time(one.at())))
                .toList();
    }

    static List<Choice> outcomes(Catalogue catalogue, Words words) {
        List<Choice> outcomes = new ArrayList<>(List.of(new Choice("", "")));
        catalogue
                .outcomes()
                .forEach(one -> outcomes.add(new Choice(
                        one.code().name(), words.say("paper.letter." + one.code()) + " " + one.name(words.locale()))));
        return outcomes;
    }
}
