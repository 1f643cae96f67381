package vn.tungnha.contests.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
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
import vn.tungnha.contests.ContestRounds;
import vn.tungnha.contests.ContestView;
import vn.tungnha.contests.Contests;
import vn.tungnha.contests.RoundQuestions;
import vn.tungnha.contests.RoundView;
import vn.tungnha.contests.bank.Question;
import vn.tungnha.contests.bank.QuestionBank;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.RuleBroken;

/** ContestRounds of a contest and what they ask. */
@Controller
@RequestMapping("/contests/{id}/rounds")
@Organisers(place = "contest:id")
@RequiredArgsConstructor
class RoundsController {

    private static final int MOST = 300;

    private final Contests contests;
    private final ContestRounds rounds;
    private final RoundQuestions questions;
    private final QuestionBank bank;
    private final ContestPages pages;
    private final QuestionCards cards;

    @PostMapping
    String add(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") RoundForm form,
            BindingResult errors,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        UUID round = Objects.requireNonNullElseGet(form.key(), UUID::randomUUID);
        return FormRules.answer(
                errors,
                response,
                () -> {
                    rounds.add(id, round, form.command(), user);
                    flash.addFlashAttribute("flash", pages.words(locale).say("contests.round.added"));
                    return "redirect:/contests/" + id + "/rounds/" + round;
                },
                () -> pages.show(id, form, user, locale, model));
    }

    /** Its questions with their keys, for those who run the contest. */
    @GetMapping("/{round}")
    String show(@PathVariable UUID id, @PathVariable UUID round, CurrentUser user, Locale locale, Model model) {
        ContestView contest = contests.run(id, user);
        RoundView view = rounds.get(id, round);
        ContestWords words = pages.words(locale);
        List<RoundQuestions.Asked> asked = questions.of(round);
        Set<UUID> chosen = asked.stream().map(it -> it.question().id()).collect(Collectors.toSet());
        boolean changeable = view.waiting() && !contest.closed();
        model.addAttribute("head", pages.head(contest, true, words));
        model.addAttribute("round", view);
        model.addAttribute(
                "asked", asked.stream().map(it -> cards.asked(it, words)).toList());
        model.addAttribute("changeable", changeable);
        model.addAttribute(
                "others",
                changeable
                        ? bank.list(new QuestionBank.Query(null, "", false), user, new Paging(0, MOST)).items().stream()
                                .filter((Question it) -> !chosen.contains(it.id()))
                                .map(it -> cards.of(it, words))
                                .toList()
                        : List.of());
        return "contests/round";
    }

    @PostMapping("/{round}/questions")
    String choose(
            @PathVariable UUID id,
            @PathVariable UUID round,
            @RequestParam(defaultValue = "") List<UUID> question,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        return told(
                "redirect:/contests/" + id + "/rounds/" + round,
                () -> questions.choose(id, round, question, user),
                "contests.questions.chosen",
                locale,
                flash);
    }

    @PostMapping("/{round}/removal")
    String remove(
            @PathVariable UUID id,
            @PathVariable UUID round,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        return told(
                "redirect:/contests/" + id,
                () -> rounds.remove(id, round, user),
                "contests.round.removed",
                locale,
                flash);
    }

    @PostMapping("/{round}/start")
    String start(
            @PathVariable UUID id,
            @PathVariable UUID round,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        return told(
                "redirect:/contests/" + id,
                () -> rounds.start(id, round, user),
                "contests.round.started",
                locale,
                flash);
    }

    @PostMapping("/{round}/end")
    String end(
            @PathVariable UUID id,
            @PathVariable UUID round,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        return told(
                "redirect:/contests/" + id, () -> rounds.end(id, round, user), "contests.round.ended", locale, flash);
    }

    @PostMapping("/{round}/questions/{question}/annulment")
    String annul(
            @PathVariable UUID id,
            @PathVariable UUID round,
            @PathVariable UUID question,
            @RequestParam(defaultValue = "") String reason,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        String page = "/contests/" + id + "/rounds/" + round;
        flash.addFlashAttribute("flashUndo", page + "/questions/" + question + "/restoration");
        return told(
                "redirect:" + page,
                () -> questions.annul(id, round, question, reason, user),
                "contests.question.annulled",
                locale,
                flash);
    }

    @PostMapping("/{round}/questions/{question}/restoration")
    String restore(
            @PathVariable UUID id,
            @PathVariable UUID round,
            @PathVariable UUID question,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        return told(
                "redirect:/contests/" + id + "/rounds/" + round,
                () -> questions.restore(id, round, question, user),
                "contests.question.restored",
                locale,
                flash);
    }

    /** Buttons without a form to fill in again: what forbids it is said on the page that follows. */
    private String told(String page, Runnable change, String said, Locale locale, RedirectAttributes flash) {
        try {
            change.run();
            flash.addFlashAttribute("flash", pages.words(locale).say(said));
        } catch (RuleBroken broken) {
            flash.addFlashAttribute("flash", pages.words(locale).why(broken));
            flash.addFlashAttribute("flashBad", true);
            flash.addFlashAttribute("flashUndo", null);
        }
        return page;
    }
}
