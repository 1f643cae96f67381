package vn.tungnha.contests.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tungnha.contests.bank.Question;
import vn.tungnha.contests.bank.QuestionBank;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Paging;

/** The bank of questions: of everybody, of the places above, and of one's own. */
@Controller
@RequestMapping("/contests/questions")
@RequiredArgsConstructor
class QuestionsController {

    private static final int ROWS = 25;

    private final QuestionBank bank;
    private final QuestionCards cards;
    private final ContestPages pages;
    private final HoldingPlaces places;

    @GetMapping
    @Organisers
    String list(
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean retired,
            @RequestParam(defaultValue = "0") int p,
            CurrentUser user,
            Locale locale,
            Model model) {
        ContestWords words = pages.words(locale);
        PageOf<Question> found = bank.list(query(topic, q, retired), user, new Paging(p, ROWS));
        String asked = UriComponentsBuilder.fromPath("")
                .queryParam("topic", topic)
                .queryParam("q", q)
                .queryParam("retired", retired)
                .encode()
                .toUriString();
        model.addAttribute(
                "cards", found.items().stream().map(it -> cards.of(it, words)).toList());
        model.addAttribute("pages", Pages.of(found, "/contests/questions" + asked, words.vn()));
        model.addAttribute("total", words.vn().number(found.total()));
        model.addAttribute("file", "/contests/questions/table.xlsx" + asked);
        model.addAttribute("topics", pages.topics(words));
        model.addAttribute("topic", topic);
        model.addAttribute("q", q);
        model.addAttribute("retired", retired);
        model.addAttribute("filtered", !topic.isBlank() || !q.isBlank());
        boolean keeps = QuestionBank.KEEPERS.stream().anyMatch(user::has);
        model.addAttribute("keeps", keeps);
        model.addAttribute("imports", user.has(Role.WARD_OFFICER, Role.ADMIN));
        model.addAttribute(
                "own",
                found.items().stream()
                        .filter(it -> bank.mayKeep(it.unitId(), user))
                        .map(it -> it.id().toString())
                        .toList());
        return "contests/questions";
    }

    @GetMapping("/new")
    @Keepers
    String blank(CurrentUser user, Locale locale, Model model) {
        model.addAttribute("form", QuestionForm.blank());
        return form(null, user, locale, model);
    }

    @PostMapping
    @Keepers
    String add(
            @Valid @ModelAttribute("form") QuestionForm form,
            BindingResult errors,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        UUID id = form.id() == null ? UUID.randomUUID() : form.id();
        return FormRules.answer(
                errors,
                response,
                () -> {
                    bank.add(id, form.command(), user);
                    return said("contests.question.added", null, locale, flash);
                },
                () -> form(null, user, locale, model));
    }

    @GetMapping("/{id}")
    @Keepers(place = "quiz-question:id")
    String edit(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        Question question = kept(id, user);
        model.addAttribute("form", QuestionForm.of(question));
        return form(question, user, locale, model);
    }

    @PostMapping("/{id}")
    @Keepers(place = "quiz-question:id")
    String save(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") QuestionForm form,
            BindingResult errors,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        Question question = kept(id, user);
        return FormRules.answer(
                errors,
                response,
                () -> {
                    bank.edit(id, FormRules.seen(form.version()), form.command(), user);
                    return said("contests.saved", null, locale, flash);
                },
                () -> form(question, user, locale, model));
    }

    @PostMapping("/{id}/retirement")
    @Keepers(place = "quiz-question:id")
    String retire(@PathVariable UUID id, CurrentUser user, Locale locale, RedirectAttributes flash) {
        bank.retire(id, user);
        return said("contests.question.retired", "/contests/questions/" + id + "/restoration", locale, flash);
    }

    @PostMapping("/{id}/restoration")
    @Keepers(place = "quiz-question:id")
    String restore(@PathVariable UUID id, CurrentUser user, Locale locale, RedirectAttributes flash) {
        bank.restore(id, user);
        return said("contests.question.back", null, locale, flash);
    }

    private Question kept(UUID id, CurrentUser user) {
        Question question = bank.get(id);
        if (!bank.mayKeep(question.unitId(), user)) {
            throw new OutOfScope("question", id);
        }
        return question;
    }

    private String form(@Nullable Question question, CurrentUser user, Locale locale, Model model) {
        ContestWords words = pages.words(locale);
        List<Choice> owners = new ArrayList<>();
        if (user.has(Role.ADMIN)) {
            owners.add(new Choice("", words.say("contests.question.everybody")));
        }
        owners.addAll(places.units(user));
        model.addAttribute("question", question);
        model.addAttribute("places", owners);
        model.addAttribute(
                "topics", pages.topics(words).subList(1, pages.topics(words).size()));
        model.addAttribute(
                "kinds", ContestPages.choices("contests.kind.", List.of("SINGLE", "SEVERAL", "TRUE_FALSE"), words));
        return "contests/question-form";
    }

    static QuestionBank.Query query(String topic, String q, boolean retired) {
        return new QuestionBank.Query(topic.isBlank() ? null : topic, q, retired);
    }

    private String said(String key, @Nullable String undo, Locale locale, RedirectAttributes flash) {
        flash.addFlashAttribute("flash", pages.words(locale).say(key));
        flash.addFlashAttribute("flashUndo", undo);
        return "redirect:/contests/questions";
    }
}
