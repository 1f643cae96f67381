package vn.tungnha.visits.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Choice;
import vn.tungnha.visits.Catalogue;
import vn.tungnha.visits.HeldDeskView;
import vn.tungnha.visits.Notice;
import vn.tungnha.visits.Result;
import vn.tungnha.visits.ToldNames;
import vn.tungnha.visits.VisitCommand;

/** What was told about a visit, in plain words. */
record ToldWords(ToldNames names, Catalogue catalogue, Words words) {

    List<Choice> facts(VisitCommand told) {
        List<Choice> facts = new ArrayList<>();
        add(facts, "visits.show.outcome", outcome(told));
        add(facts, "visits.show.when", words.vn().moment(told.visitedAt()));
        add(facts, "visits.show.members", people(told.memberIds()));
        add(facts, "visits.show.accounts", accounts(told));
        add(facts, "visits.show.topics", topics(told.topics()));
        add(facts, "visits.show.guided", guided(told));
        add(facts, "visits.show.follow-up", followUp(told));
        add(facts, "visits.show.note", note(told));
        add(facts, "visits.show.notice", notice(told));
        return facts;
    }

    List<Choice> facts(HeldDeskView told) {
        List<Choice> facts = new ArrayList<>();
        add(facts, "visits.held.desk.opened", words.vn().moment(told.told().startedAt()));
        add(
                facts,
                "visits.held.desk.turns",
                told.turns().entrySet().stream()
                        .map(one -> topics(List.of(one.getKey())) + ": " + one.getValue())
                        .collect(Collectors.joining(", ")));
        add(facts, "visits.held.desk.persons", people(told.persons()));
        return facts;
    }

    String outcome(VisitCommand told) {
        return catalogue.outcome(told.outcome()).name(words.locale());
    }

    String topics(Collection<String> codes) {
        return codes.stream()
                .map(code -> catalogue
                        .topic(code)
                        .map(topic -> topic.name(words.locale()))
                        .orElse(code))
                .collect(Collectors.joining(", "));
    }

    String followUp(VisitCommand told) {
        Instant followUp = told.followUpAt();
        return followUp == null ? "" : words.vn().moment(followUp);
    }

    static String note(VisitCommand told) {
        return Objects.requireNonNullElse(told.note(), "");
    }

    String notice(VisitCommand told) {
        Notice notice = told.notice();
        return notice == null ? "" : words.say("visits.notice." + notice);
    }

    String account(@Nullable UUID resident, String accountType) {
        return words.say("visits.conflict.account", resident == null ? "" : name(resident), type(accountType));
    }

    String home(UUID household) {
        ToldNames.Home home = names.homes().get(household);
        return home == null ? words.say("visits.held.unknown-household") : Words.address(home.alley(), home.number());
    }

    String team(long team) {
        return names.teams().getOrDefault(team, words.say("visits.attention.someone"));
    }

    String result(VisitCommand.Activation one) {
        String reason = one.failureReason();
        if (one.result() == Result.FAILED && reason != null) {
            return words.say(
                    "visits.result.FAILED.why",
                    catalogue
                            .failureReason(reason)
                            .map(known -> known.name(words.locale()))
                            .orElse(reason));
        }
        return words.say("visits.result." + one.result());
    }

    String people(Collection<UUID> ids) {
        return ids.stream().map(this::name).collect(Collectors.joining(", "));
    }

    private void add(List<Choice> facts, String key, String text) {
        if (!text.isEmpty()) {
            facts.add(new Choice(words.say(key), text));
        }
    }

    private String accounts(VisitCommand told) {
        return told.activations().stream()
                .map(one ->
                        words.say("visits.show.account", name(one.residentId()), type(one.accountType()), result(one)))
                .collect(Collectors.joining("; "));
    }

    private String type(String accountType) {
        return catalogue
                .accountType(accountType)
                .map(type -> type.shortName(words.locale()))
                .orElse(accountType);
    }

    private String guided(VisitCommand told) {
        List<String> parts = new ArrayList<>();
        if (!told.guided().isEmpty()) {
            parts.add(people(told.guided()));
        }
        if (told.guidedUnnamed() > 0) {
            parts.add(words.say("visits.show.unnamed", told.guidedUnnamed()));
        }
        return String.join("; ", parts);
    }

    private String name(UUID id) {
        return names.people().getOrDefault(id, words.say("visits.show.someone"));
    }
}
