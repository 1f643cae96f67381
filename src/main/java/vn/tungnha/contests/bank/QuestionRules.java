package vn.tungnha.contests.bank;

import java.util.HashSet;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.SortKeys;
import vn.tungnha.visits.Catalogue;

/** What makes a question one that can be answered. */
@Component
@RequiredArgsConstructor
class QuestionRules {

    static final int LONGEST = 300;
    static final int MOST_CHOICES = 6;

    private final Catalogue catalogue;

    void check(QuestionCommand told) {
        length("text", told.text(), 1);
        length("explanation", told.explanation(), 0);
        length("source", told.source() == null ? "" : told.source(), 0);
        told.choices().forEach(choice -> length("choices", choice, 1));
        if (catalogue.topic(told.topic()).isEmpty()) {
            throw RuleBroken.at("topic", "contests.error.topic");
        }
        choices(told);
    }

    private static void choices(QuestionCommand told) {
        List<String> folded = told.choices().stream().map(SortKeys::fold).toList();
        if (folded.size() < 2 || folded.size() > MOST_CHOICES) {
            throw RuleBroken.at("choices", "contests.error.choices", 2, MOST_CHOICES);
        }
        if (new HashSet<>(told.choices()).size() < told.choices().size()) {
            throw RuleBroken.at("choices", "contests.error.choices-twice");
        }
        if (told.right().isEmpty() || told.right().stream().anyMatch(it -> it < 1 || it > folded.size())) {
            throw RuleBroken.at("right", "contests.error.right-missing");
        }
        if (told.kind() != QuestionKind.SEVERAL && told.right().size() > 1) {
            throw RuleBroken.at("right", "contests.error.right-one");
        }
        if (told.kind() == QuestionKind.TRUE_FALSE && folded.size() != 2) {
            throw RuleBroken.at("choices", "contests.error.choices-two");
        }
    }

    private static void length(String field, String text, int least) {
        if (text.isBlank() && least > 0) {
            throw RuleBroken.at(field, "contests.error.missing");
        }
        if (text.length() > LONGEST) {
            throw RuleBroken.at(field, "contests.error.too-long", LONGEST);
        }
    }
}
