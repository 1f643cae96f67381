package vn.tungnha.contests.web;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.contests.RoundQuestions;
import vn.tungnha.contests.bank.Question;
import vn.tungnha.visits.Catalogue;

/** Questions as those read them who may know the key. */
@Component
@RequiredArgsConstructor
class QuestionCards {

    private final Catalogue catalogue;

    record Answer(String letter, String text, boolean right) {}

    /** @param why it was annulled; null while it counts */
    record Card(
            String id,
            String text,
            String topic,
            String kind,
            String owner,
            List<Answer> answers,
            String explanation,
            @Nullable String source,
            boolean study,
            boolean retired,
            boolean used,
            @Nullable String why,
            @Nullable String share) {}

    Card of(Question question, ContestWords words) {
        return card(question, null, null, words);
    }

    Card asked(RoundQuestions.Asked asked, ContestWords words) {
        String share =
                asked.answers() == 0 ? null : words.say("contests.question.share", asked.right(), asked.answers());
        return card(asked.question(), asked.why(), share, words);
    }

    private Card card(Question question, @Nullable String why, @Nullable String share, ContestWords words) {
        return new Card(
                question.id().toString(),
                question.text(),
                words.topic(catalogue, question.topic()),
                words.say("contests.kind." + question.kind()),
                question.owner() == null ? words.say("contests.question.everybody") : question.owner(),
                question.choices().stream()
                        .map(it -> new Answer(letter(it.position()), it.text(), it.correct()))
                        .toList(),
                question.explanation(),
                question.source(),
                question.study(),
                question.retired(),
                question.asked() > 0,
                why,
                share);
    }

    static String letter(int position) {
        return String.valueOf((char) ('A' + position - 1));
    }
}
