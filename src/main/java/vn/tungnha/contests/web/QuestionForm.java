package vn.tungnha.contests.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tungnha.contests.bank.Question;
import vn.tungnha.contests.bank.QuestionCommand;
import vn.tungnha.contests.bank.QuestionKind;

/**
 * What is typed of a question.
 *
 * @param at whose it is: {@code unit:7}; empty = everybody's
 * @param choices one a line
 * @param right letters such as "A" or "A, C"
 */
record QuestionForm(
        @Nullable UUID id,
        @Nullable Integer version,
        @Nullable String at,

        @NotBlank(message = "{contests.error.missing}") @Nullable
        String topic,

        @NotNull(message = "{contests.error.missing}") @Nullable
        QuestionKind kind,

        @NotBlank(message = "{contests.error.missing}") @Nullable
        String text,

        @NotBlank(message = "{contests.error.missing}") @Nullable
        String choices,

        @NotBlank(message = "{contests.error.missing}") @Nullable
        String right,

        @Nullable String explanation,
        @Nullable String source,
        @Nullable Boolean study) {

    static QuestionForm blank() {
        return new QuestionForm(UUID.randomUUID(), null, null, "E_ID", QuestionKind.SINGLE, "", "", "", "", "", true);
    }

    static QuestionForm of(Question question) {
        return new QuestionForm(
                question.id(),
                question.version(),
                question.unitId() == null ? "" : "unit:" + question.unitId(),
                question.topic(),
                question.kind(),
                question.text(),
                question.choices().stream().map(Question.Choice::text).collect(Collectors.joining("\n")),
                letters(question.right()),
                question.explanation(),
                question.source(),
                question.study());
    }

    static String letters(Set<Integer> positions) {
        return positions.stream().sorted().map(QuestionCards::letter).collect(Collectors.joining(", "));
    }

    /** Once nothing is missing. */
    QuestionCommand command() {
        return new QuestionCommand(
                HoldingPlaces.id(at, "unit"),
                Objects.requireNonNull(topic),
                Objects.requireNonNull(kind),
                Objects.requireNonNull(text),
                lines(Objects.requireNonNull(choices)),
                positions(Objects.requireNonNull(right)),
                explanation == null ? "" : explanation,
                source == null || source.isBlank() ? null : source.strip(),
                Boolean.TRUE.equals(study));
    }

    static List<String> lines(String typed) {
        return new ArrayList<>(
                typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
    }

    /** A letter nobody knows becomes a position no question has, which the rules refuse. */
    private static Set<Integer> positions(String letters) {
        Set<Integer> positions = new HashSet<>();
        letters.toUpperCase(Locale.ROOT)
                .chars()
                .filter(it -> !Character.isWhitespace(it) && it != ',' && it != ';' && it != '.')
                .forEach(it -> positions.add(it - 'A' + 1));
        return positions;
    }
}
