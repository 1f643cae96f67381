package vn.tungnha.visits.web;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.House;
import vn.tungnha.shared.Segment;
import vn.tungnha.shared.chart.Ring;
import vn.tungnha.visits.AccountType;
import vn.tungnha.visits.Catalogue;
import vn.tungnha.visits.HolderState;
import vn.tungnha.visits.Homes;

/**
 * Pages about nobody: one alley, one household, one person, one line. Every text is a token such as {@code __address__}
 * which the phone replaces; the names are those of the page's own fields.
 */
final class Prototypes {

    /** The persons of the visit form: one who has nothing yet, one who has every account. */
    static final UUID WITHOUT = new UUID(0, 0);

    static final UUID WITH = new UUID(0, 1);

    /** An hour of the morning, when all appointments of the form can still be offered. */
    private static final LocalDateTime MORNING = LocalDateTime.of(2026, 1, 5, 8, 0);

    private Prototypes() {}

    static TodayPage today(Catalogue catalogue, Words words) {
        House house = new House("__n__", "none", false);
        return new TodayPage(
                0,
                "__subtitle__",
                List.of(),
                new Ring("50 100", "__figure__", "", "__ring__"),
                "__left__",
                Map.of("met", "__met__", "absent", "__absent__", "later", "__later__", "refused", "__refused__"),
                new TodayPage.NextCard(
                        "__id__",
                        "__address__",
                        "__people__",
                        List.of(new TodayPage.Lack("__icon__", "__count__", "__account__")),
                        "__appointment__"),
                TodayPage.skips(catalogue, words),
                List.of(new Segment("__mine__", "/field", true), new Segment("__team__", "/field?whose=team", false)),
                List.of(new WorkFilter.Chip("__text__", "__n__", "/field?show=__code__", true)),
                List.of(new TodayPage.Alley(
                        "__name__", "__done__", "__all__", "__other__", List.of(house), List.of(line()))),
                false,
                "__more__");
    }

    static HomePage household() {
        HomePage.Cell cell = new HomePage.Cell("__icon__", "__account__", false, "__word__");
        return new HomePage(
                "__id__",
                "__title__",
                "__subtitle__",
                "__last__",
                "__appointment__",
                "__held__",
                "__of__",
                "__children__",
                List.of(new HomePage.PersonCells("__name__", "__about__", List.of(cell))),
                List.of());
    }

    static VisitFormPage visit(Catalogue catalogue, Words words) {
        Map<String, HolderState> all = catalogue.accountTypes().stream()
                .collect(Collectors.toMap(AccountType::code, type -> HolderState.ACTIVATED));
        Homes.Home home = new Homes.Home(
                WITHOUT,
                "HOUSEHOLD",
                "",
                "",
                "__address__",
                0,
                List.of(
                        new Homes.Person(WITHOUT, "__name__", null, null, false, Map.of()),
                        new Homes.Person(WITH, "__name__", null, null, false, all)),
                null);
        MultiValueMap<String, String> fresh = new LinkedMultiValueMap<>();
        fresh.add("id", "__visit__");
        fresh.add("teamId", "__team__");
        return VisitFormPage.of(
                home,
                new VisitForm(fresh),
                catalogue,
                List.of(new Choice("__member__", "__text__")),
                MORNING,
                new VisitFormPage.Frame(
                        words.say("visits.form.title"),
                        "/field/households/__household__",
                        "/field/households/__household__/visits",
                        "__when__",
                        null,
                        null),
                words);
    }

    static Map<String, Object> newcomer(Words words) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("title", "__title__");
        model.put("subtitle", "__subtitle__");
        model.put("back", "/field/search");
        model.put("action", "/field/households");
        model.put("villages", List.of(new Choice("__village__", "__text__")));
        model.put("form", NewcomerForm.fresh());
        model.put("sexes", NewcomerForm.sexes(words));
        model.put("stays", NewcomerForm.stays(words));
        return model;
    }

    static Map<String, Object> desks(Catalogue catalogue, Words words) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("teamName", "__team__");
        model.put("typed", Map.of());
        model.put("topics", DeskPage.topics(catalogue, words));
        model.put("lines", List.of(new DeskPage.Line("", "/field/desk", "__name__", "__note__")));
        return model;
    }

    static Map<String, Object> search() {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("q", "");
        model.put("subtitle", "__subtitle__");
        model.put("found", List.of(new FieldController.SearchLine(line(), "__address__")));
        return model;
    }

    /** Late, another member's and left for another day, so that every part of a line is there. */
    private static WorkLine line() {
        return new WorkLine(
                "__id__", new House("__n__", "none", false), "__name__", "__note__", true, true, "__other__", true);
    }
}
