package vn.tungnha.visits.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tungnha.visits.Catalogue;
import vn.tungnha.visits.DeskView;
import vn.tungnha.visits.Topic;

/**
 * A desk with its two ways of noting: by name, or counted.
 *
 * @param counting the half that counts is shown; else the one that takes names
 * @param countId of the count about to be sent, so that it is stored once
 */
record DeskPage(
        String id,
        String title,
        String subtitle,
        boolean counting,
        String persons,
        String turns,
        UUID countId,
        List<Stepper> topics,
        List<Stepper> moreTopics,
        String q,
        List<Line> found,
        List<Line> met,
        List<CountLine> counts,
        @Nullable String error) {

    /** How many were guided in a topic. */
    record Stepper(String name, String topic, String value, boolean preset) {}

    /** Somebody found, or met already. */
    record Line(String link, String title, String note) {}

    record CountLine(String id, String title, String at) {}

    static DeskPage of(
            DeskView desk,
            boolean counting,
            UUID countId,
            Map<String, String> typed,
            String q,
            List<DeskView.Found> found,
            @Nullable String error,
            Catalogue catalogue,
            Words words) {
        String base = "/field/desk/" + desk.id();
        List<Topic> topics = new ArrayList<>(catalogue.topics());
        String first = Objects.requireNonNullElse(desk.topic(), "");
        topics.sort((one, other) ->
                Boolean.compare(other.code().equals(first), one.code().equals(first)));
        return new DeskPage(
                desk.id().toString(),
                desk.name(),
                words.say(
                        "paper.desk.since",
                        words.vn().day(desk.day()),
                        words.vn().time(desk.startedAt()),
                        desk.teamName()),
                counting,
                words.vn().number(desk.met().size()),
                words.vn().number(desk.allTurns()),
                countId,
                topics.stream()
                        .filter(topic -> topic.onForm() || topic.code().equals(first))
                        .map(topic -> stepper(topic, first, typed, words))
                        .toList(),
                topics.stream()
                        .filter(topic -> !topic.onForm() && !topic.code().equals(first))
                        .map(topic -> stepper(topic, first, typed, words))
                        .toList(),
                q,
                found.stream()
                        .map(one -> new Line(
                                base + "/people/" + one.residentId(),
                                name(one.name(), one.birthYear(), words),
                                Words.address(one.alley(), one.number())))
                        .toList(),
                desk.met().stream()
                        .map(one -> new Line(
                                "/field/visits/" + one.visitId(),
                                name(one.name(), one.birthYear(), words),
                                words.vn().time(one.at())
                                        + (one.activated() == 0
                                                ? ""
                                                : " · " + words.say("visits.sent.accounts", one.activated()))))
                        .toList(),
                desk.counts().stream()
                        .map(one -> new CountLine(
                                one.id().toString(),
                                turns(one.turns(), catalogue, words),
                                words.vn().time(one.at())))
                        .toList(),
                error);
    }

    private static Stepper stepper(Topic topic, String first, Map<String, String> typed, Words words) {
        String name = "turns." + topic.code();
        return new Stepper(
                name,
                topic.name(words.locale()),
                typed.getOrDefault(name, ""),
                topic.code().equals(first));
    }

    static String name(@Nullable String name, @Nullable Integer birthYear, Words words) {
        String known = name == null ? words.say("visits.person.unnamed") : name;
        return birthYear == null ? known : known + " · " + birthYear;
    }

    private static String turns(Map<String, Integer> turns, Catalogue catalogue, Words words) {
        List<String> parts = new ArrayList<>();
        turns.forEach((code, n) -> parts.add(words.say(
                "paper.desk.turns-of",
                words.vn().number(n),
                catalogue.topic(code).map(topic -> topic.name(words.locale())).orElse(code))));
        return String.join(", ", parts);
    }
}
