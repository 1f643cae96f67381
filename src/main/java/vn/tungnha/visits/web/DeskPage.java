package vn.tungnha.visits.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Choice;
import vn.tungnha.visits.Catalogue;
import vn.tungnha.visits.DeskView;
import vn.tungnha.visits.Topic;

/**
 * A desk with its two ways of noting: by name, or counted.
 *
 * @param startedAt as the phone tells it along with whoever came; {@code at} = when this was read, by our clock
 * @param counting the half that counts is shown; else the one that takes names
 * @param countId of the count about to be sent, so that it is stored once
 */
record DeskPage(
        String id,
        String title,
        String subtitle,
        @Nullable String team,
        @Nullable String topic,
        @Nullable String startedAt,
        @Nullable String at,
        boolean counting,
        int persons,
        int turns,
        @Nullable UUID countId,
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
    record Line(String id, String link, String title, String note) {}

    record CountLine(String id, int turns, String title, String at) {}

    static DeskPage of(
            DeskView desk,
            Instant at,
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
                String.valueOf(desk.teamId()),
                first,
                desk.startedAt().toString(),
                at.toString(),
                counting,
                desk.met().size(),
                desk.allTurns(),
                countId,
                steppers(topics, true, first, typed, words),
                steppers(topics, false, first, typed, words),
                q,
                found.stream()
                        .map(one -> new Line(
                                one.residentId().toString(),
                                base + "/people/" + one.residentId(),
                                name(one.name(), one.birthYear(), words),
                                Words.address(one.alley(), one.number())))
                        .toList(),
                desk.met().stream()
                        .map(one -> new Line(
                                one.visitId().toString(),
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
                                one.turns().values().stream()
                                        .mapToInt(Integer::intValue)
                                        .sum(),
                                turns(one.turns(), catalogue, words),
                                words.vn().time(one.at())))
                        .toList(),
                error);
    }

    /** About no desk, for the phone to fill: the steppers are the same at every desk. */
    static DeskPage prototype(Catalogue catalogue, Words words) {
        List<Topic> topics = catalogue.topics();
        return new DeskPage(
                "__id__",
                "__title__",
                "__subtitle__",
                null,
                null,
                null,
                null,
                false,
                0,
                0,
                null,
                steppers(topics, true, "", Map.of(), words),
                steppers(topics, false, "", Map.of(), words),
                "",
                List.of(new Line("", "/field/desk", "__title__", "__note__")),
                List.of(),
                List.of(),
                null);
    }

    /** What a desk may be about. */
    static List<Choice> topics(Catalogue catalogue, Words words) {
        List<Choice> topics = new ArrayList<>(List.of(new Choice("", words.say("paper.desk.any-topic"))));
        catalogue.topics().forEach(topic -> topics.add(new Choice(topic.code(), topic.name(words.locale()))));
        return topics;
    }

    private static List<Stepper> steppers(
            List<Topic> topics, boolean inFront, String first, Map<String, String> typed, Words words) {
        return topics.stream()
                .filter(topic -> (topic.onForm() || topic.code().equals(first)) == inFront)
                .map(topic -> stepper(topic, first, typed, words))
                .toList();
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
