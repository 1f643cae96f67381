package vn.tungnha.visits.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Choice;
import vn.tungnha.visits.Catalogue;
import vn.tungnha.visits.Decision;
import vn.tungnha.visits.HeldDeskView;
import vn.tungnha.visits.HeldReason;
import vn.tungnha.visits.HeldRow;
import vn.tungnha.visits.HeldView;

/**
 * Something held, with what may be decided about it.
 *
 * @param problems what is wrong, one plain sentence each
 * @param options what can be done, the usual one chosen
 * @param met people met by name at a desk that was decided about, each with a page of its own
 * @param atDesk a desk with all that was noted at it; there is no household to look for
 * @param answer what was decided, by whom and when; null while it waits
 * @param booked the visit that came of it is in the log
 */
record HeldPage(
        String id,
        int version,
        String visitUrl,
        String conflictUrl,
        boolean contest,
        String title,
        String subtitle,
        List<String> problems,
        List<Choice> facts,
        List<Option> options,
        List<Choice> teams,
        List<Choice> villages,
        List<Met> met,
        boolean atDesk,
        boolean waiting,
        boolean booked,
        @Nullable String answer,
        @Nullable String answerReason) {

    static final String WARD = "visits.held.";

    record Met(String url, String text, String state) {}

    /** @param value as the form sends it: the kind, and the household after a colon */
    record Option(String value, String text, @Nullable String hint, boolean chosen) {}

    static HeldPage of(HeldView held, @Nullable String chosen, Catalogue catalogue, Words words) {
        HeldRow row = held.row();
        ToldWords told = new ToldWords(held.names(), catalogue, words);
        return new HeldPage(
                row.id().toString(),
                row.version(),
                "/visits/" + row.visit(),
                "/field/visits/" + row.visit() + "/conflict",
                row.correction(),
                address(row, words),
                by(row, words),
                problems(row, WARD, words),
                told.facts(held.told()),
                options(held, chosen, told, words),
                choices(held.teams()),
                choices(held.villages()),
                List.of(),
                false,
                row.waiting(),
                "RECORDED".equals(row.state()),
                answer(row, words),
                row.answer());
    }

    static HeldPage ofDesk(HeldDeskView held, @Nullable String chosen, Catalogue catalogue, Words words) {
        HeldRow row = held.row();
        ToldWords told = new ToldWords(held.names(), catalogue, words);
        return new HeldPage(
                row.id().toString(),
                row.version(),
                "",
                "",
                false,
                address(row, words),
                by(row, words),
                problems(row, WARD, words),
                told.facts(held),
                deskOptions(held, chosen, words),
                choices(held.teams()),
                choices(held.villages()),
                row.waiting() ? List.of() : met(held, told, words),
                true,
                row.waiting(),
                false,
                answer(row, words),
                row.answer());
    }

    private static List<Met> met(HeldDeskView held, ToldWords told, Words words) {
        return held.met().stream()
                .map(one -> new Met(
                        "/visits/held/" + one.id(),
                        told.people(one.persons()),
                        words.say("visits.held.state." + one.state())))
                .toList();
    }

    private static List<Option> deskOptions(HeldDeskView held, @Nullable String chosen, Words words) {
        List<Option> options = new ArrayList<>();
        if (held.asToldMakesSense()) {
            String key = held.teams().isEmpty() ? "visits.held.option.DESK_PLACE" : "visits.held.option.DESK_TEAM";
            options.add(new Option("AS_TOLD", words.say(key), null, false));
        }
        if (held.personsMakeSense()) {
            options.add(new Option(
                    "PERSONS",
                    words.say("visits.held.option.PERSONS", held.met().size()),
                    words.say("visits.held.option.PERSONS.hint"),
                    false));
        }
        if (!held.met().isEmpty()) {
            options.add(new Option(
                    "ONE_BY_ONE",
                    words.say("visits.held.option.ONE_BY_ONE"),
                    words.say("visits.held.option.ONE_BY_ONE.hint"),
                    false));
        }
        options.add(new Option(
                "DISMISS",
                words.say("visits.held.option.DISMISS.desk"),
                words.say("visits.held.option.DISMISS.hint"),
                false));
        return preferring(options, held.usual().name(), chosen, words);
    }

    private static List<Choice> choices(Map<?, String> of) {
        return of.entrySet().stream()
                .map(one -> new Choice(String.valueOf(one.getKey()), one.getValue()))
                .toList();
    }

    static String by(HeldRow row, Words words) {
        return words.say(
                row.desk() == null ? "visits.held.by" : "visits.held.by.desk",
                teller(row, words),
                row.team() == null ? "–" : row.team(),
                words.vn().moment(row.visitedAt()));
    }

    static List<String> problems(HeldRow row, String prefix, Words words) {
        return row.reasons().stream()
                .map(why -> words.say(row.alone() && why == HeldReason.DESK ? "visits.held.DESK.alone" : prefix + why))
                .toList();
    }

    static String address(HeldRow row, Words words) {
        if (row.desk() != null) {
            return words.say("visits.held.desk", row.desk());
        }
        String alley = row.alley();
        String address = alley == null
                ? words.say("visits.held.unknown-household")
                : Words.address(alley, row.number() == null ? "" : row.number());
        return row.who() == null ? address : row.who() + " · " + address;
    }

    static String teller(HeldRow row, Words words) {
        return row.teller() == null ? words.say("visits.attention.someone") : row.teller();
    }

    static @Nullable String answer(HeldRow row, Words words) {
        if (row.waiting() || row.decision() == null) {
            return null;
        }
        String by = row.decidedBy() == null ? words.say("visits.sent.ward") : row.decidedBy();
        return words.say("visits.held.decided." + row.decision(), by, words.vn().moment(row.decidedAt()));
    }

    private static String asTold(HeldView held) {
        if (held.row().reasons().contains(HeldReason.WITHDRAWN)) {
            return "visits.held.option.RESTORE";
        }
        if (held.row().alone()) {
            return "visits.held.option.ALONE";
        }
        return held.villages().isEmpty() ? "visits.held.option.AS_TOLD" : "visits.held.option.IN_VILLAGE";
    }

    private static List<Option> options(HeldView held, @Nullable String chosen, ToldWords told, Words words) {
        List<Option> options = new ArrayList<>();
        String usual = held.usual().name();
        if (held.asToldMakesSense()) {
            options.add(new Option("AS_TOLD", words.say(asTold(held)), null, false));
        }
        if (held.withoutPersonsMakesSense()) {
            options.add(new Option(
                    "WITHOUT_PERSONS",
                    words.say("visits.held.option.WITHOUT_PERSONS", told.people(held.strays())),
                    words.say("visits.held.option.WITHOUT_PERSONS.hint"),
                    false));
        }
        for (HeldView.Candidate one : held.candidates()) {
            options.add(new Option(
                    Decision.Kind.AT_HOUSEHOLD + ":" + one.household(),
                    words.say("visits.held.option.AT_HOUSEHOLD", Words.address(one.alley(), one.number())),
                    words.say("visits.held.why." + one.why(), one.who() == null ? "" : one.who()),
                    false));
        }
        options.add(new Option(
                "DISMISS",
                words.say("visits.held.option.DISMISS"),
                words.say("visits.held.option.DISMISS.hint"),
                false));
        return preferring(options, usual, chosen, words);
    }

    private static List<Option> preferring(List<Option> options, String usual, @Nullable String chosen, Words words) {
        String wanted =
                chosen != null && options.stream().anyMatch(it -> it.value().equals(chosen))
                        ? chosen
                        : options.stream()
                                .map(Option::value)
                                .filter(value -> value.startsWith(usual))
                                .findFirst()
                                .orElse("DISMISS");
        return options.stream()
                .map(it -> new Option(
                        it.value(),
                        it.value().equals(wanted) && chosen == null && !"DISMISS".equals(wanted)
                                ? words.say("visits.held.option.usual", it.text())
                                : it.text(),
                        it.hint(),
                        it.value().equals(wanted)))
                .toList();
    }
}
