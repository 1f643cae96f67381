package vn.tungnha.contests.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tungnha.contests.bank.Question;
import vn.tungnha.contests.bank.QuestionKind;
import vn.tungnha.contests.bank.Study;
import vn.tungnha.identity.Anyone;
import vn.tungnha.shared.NotFound;
import vn.tungnha.visits.Catalogue;

/** Learning by oneself: question after question with the answer explained; nothing is counted and nothing kept. */
@Controller
@RequestMapping("/public/quiz")
@Anyone
@RequiredArgsConstructor
class StudyController {

    private final Study study;
    private final Catalogue catalogue;
    private final MessageSource messages;

    record Topic(String url, String name, String questions) {}

    /** {@code next} is null behind the last one. */
    record Exercise(
            String id,
            String heading,
            String text,
            boolean several,
            List<PlayPages.Option> options,
            boolean answered,
            boolean correct,
            String explanation,
            @Nullable String source,
            @Nullable String next) {}

    @GetMapping
    String topics(Locale locale, Model model) {
        ContestWords words = new ContestWords(messages, locale);
        model.addAttribute(
                "topics",
                study.subjects().stream()
                        .map(it -> new Topic(
                                "/public/quiz/" + it.code(),
                                words.topic(catalogue, it.code()),
                                words.say("contests.study.count", it.questions())))
                        .toList());
        return "contests/study-topics";
    }

    /** @param n from 1 */
    @GetMapping("/{topic}")
    String ask(@PathVariable String topic, @RequestParam(defaultValue = "1") int n, Locale locale, Model model) {
        return page(topic, n, null, locale, model);
    }

    /** The answer is explained in place: going back and forth does not ask to send it again. */
    @PostMapping("/{topic}")
    String answer(
            @PathVariable String topic,
            @RequestParam(defaultValue = "1") int n,
            @RequestParam(defaultValue = "") List<Integer> picked,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        if (picked.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("problem", new ContestWords(messages, locale).say("contests.error.pick"));
            return page(topic, n, null, locale, model);
        }
        return page(topic, n, new HashSet<>(picked), locale, model);
    }

    private String page(String topic, int n, @Nullable Set<Integer> picked, Locale locale, Model model) {
        ContestWords words = new ContestWords(messages, locale);
        List<UUID> all = study.of(topic);
        if (n < 1 || n > all.size()) {
            throw new NotFound("question", topic + " " + n);
        }
        Question question = study.question(all.get(n - 1)).orElseThrow(() -> new NotFound("question", all.get(n - 1)));
        boolean answered = picked != null;
        model.addAttribute("topic", words.topic(catalogue, topic));
        model.addAttribute("code", topic);
        model.addAttribute("n", n);
        model.addAttribute(
                "asked",
                new Exercise(
                        question.id().toString(),
                        words.say("contests.play.number", n, all.size()),
                        question.text(),
                        question.kind() == QuestionKind.SEVERAL,
                        question.choices().stream()
                                .map(it -> new PlayPages.Option(
                                        it.position(),
                                        QuestionCards.letter(it.position()),
                                        it.text(),
                                        picked != null && picked.contains(it.position()),
                                        answered && it.correct()))
                                .toList(),
                        answered,
                        picked != null && question.isRight(picked),
                        answered ? question.explanation() : "",
                        answered ? question.source() : null,
                        n < all.size() ? "/public/quiz/" + topic + "?n=" + (n + 1) : null));
        return "contests/study";
    }
}
