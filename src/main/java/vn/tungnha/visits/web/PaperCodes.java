package vn.tungnha.visits.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.visits.Catalogue;
import vn.tungnha.visits.FailureReason;
import vn.tungnha.visits.Result;
import vn.tungnha.visits.Topic;

/**
 * The short marks of paper, the same on the printed sheet and in the grid where it is typed in: x just activated, c had it
 * before, 0 not yet, a number = not done, for the reason of that number. Reasons and topics are numbered by their position.
 */
final class PaperCodes {

    private PaperCodes() {}

    /** What was written about one account. */
    record Answer(
            Result result,
            @org.jspecify.annotations.Nullable String reason) {}

    /** @return empty when nothing was written */
    static Optional<Answer> answer(String typed, Catalogue catalogue, String field) {
        String mark = typed.strip().toLowerCase(Locale.ROOT);
        if (mark.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (mark) {
                    case "x", "v" -> new Answer(Result.ACTIVATED, null);
                    case "c" -> new Answer(Result.ALREADY_ACTIVE, null);
                    case "0", "o" -> new Answer(Result.NOT_YET, null);
                    case "m" -> new Answer(Result.LOST, null);
                    default -> new Answer(Result.FAILED, reason(mark, catalogue, field));
                });
    }

    private static String reason(String mark, Catalogue catalogue, String field) {
        return catalogue.failureReasons().stream()
                .filter(reason -> String.valueOf(reason.position()).equals(mark))
                .findFirst()
                .map(FailureReason::code)
                .orElseThrow(() -> RuleBroken.at(field, "paper.error.mark", mark));
    }

    /** Numbers of topics with anything between them. */
    static List<String> topics(String typed, Catalogue catalogue, String field) {
        return java.util.Arrays.stream(typed.strip().split("[\\s,;.+]+"))
                .filter(number -> !number.isEmpty())
                .map(number -> catalogue.topics().stream()
                        .filter(topic -> String.valueOf(topic.position()).equals(number))
                        .findFirst()
                        .map(Topic::code)
                        .orElseThrow(() -> RuleBroken.at(field, "paper.error.topic", number)))
                .distinct()
                .toList();
    }

    static List<SheetPage.LegendLine> legend(Catalogue catalogue, Words words) {
        return List.of(
                new SheetPage.LegendLine(
                        words.say("paper.legend.outcome"),
                        catalogue.outcomes().stream()
                                .map(one -> words.say("paper.letter." + one.code()) + " "
                                        + one.name(words.locale()).toLowerCase(words.locale()))
                                .collect(Collectors.joining(" · "))),
                new SheetPage.LegendLine(words.say("paper.legend.account"), words.say("paper.legend.marks")),
                new SheetPage.LegendLine(
                        words.say("paper.legend.reasons"),
                        numbered(
                                catalogue.failureReasons(),
                                FailureReason::position,
                                reason -> reason.name(words.locale()))),
                new SheetPage.LegendLine(
                        words.say("paper.legend.topics"),
                        numbered(catalogue.topics(), Topic::position, topic -> topic.name(words.locale()))));
    }

    private static <T> String numbered(List<T> rows, ToIntFunction<T> number, Function<T, String> name) {
        return rows.stream()
                .map(row -> number.applyAsInt(row) + " " + name.apply(row))
                .collect(Collectors.joining(" · "));
    }
}
