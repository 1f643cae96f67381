package vn.tungnha.contests.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
import vn.tungnha.contests.ContestView;
import vn.tungnha.contests.Entries;
import vn.tungnha.contests.EntryView;
import vn.tungnha.contests.Play;
import vn.tungnha.identity.Anyone;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.CurrentUsers;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.RuleBroken;

/** Contests as players see them: by a code, without an account. */
@Controller
@RequestMapping("/public/contests")
@Anyone
@RequiredArgsConstructor
class PlayController {

    private final Entries entries;
    private final Play play;
    private final PlayPages pages;
    private final PlayerCookie cookie;
    private final CurrentUsers users;

    /** Where somebody types the code who cannot scan it. */
    @GetMapping
    String code(
            @RequestParam(defaultValue = "") String code, Locale locale, Model model, HttpServletResponse response) {
        String digits = code.replaceAll("\\s", "");
        if (digits.matches("\\d{6}")) {
            return "redirect:/public/contests/" + digits;
        }
        if (!code.isBlank()) {
            response.setStatus(422);
            model.addAttribute("problem", pages.words(locale).say("contests.error.code"));
        }
        model.addAttribute("typed", code);
        return "contests/code";
    }

    @GetMapping("/{code}")
    String show(
            @PathVariable String code,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        ContestView contest = pages.contest(code);
        String device = cookie.deviceOrFresh(request, response);
        response.setHeader("Cache-Control", "no-store");
        CurrentUser user = user();
        return pages.page(contest, entries.of(contest.id(), device, user), user, locale, model);
    }

    @GetMapping("/{code}/state")
    ResponseEntity<String> state(@PathVariable String code) {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .cacheControl(CacheControl.noStore())
                .body(pages.mark(pages.contest(code)));
    }

    @PostMapping("/{code}/entry")
    String enter(
            @PathVariable String code,
            @ModelAttribute("form") EntryForm form,
            BindingResult errors,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        ContestView contest = pages.contest(code);
        return FormRules.answer(
                errors,
                response,
                () -> {
                    String device = cookie.device(request).orElseThrow(() -> new RuleBroken("contests.error.cookie"));
                    entries.enter(contest, form.command(), device, user());
                    return "redirect:/public/contests/" + code;
                },
                () -> {
                    cookie.deviceOrFresh(request, response);
                    return pages.page(contest, Optional.empty(), user(), locale, model);
                });
    }

    /** Hands out the next question. */
    @PostMapping("/{code}/next")
    String next(@PathVariable String code, Locale locale, HttpServletRequest request, RedirectAttributes flash) {
        return played(code, locale, request, flash, play::next);
    }

    /** An answer without anything picked comes back with the question; the time goes on. */
    @PostMapping("/{code}/answers")
    String answer(
            @PathVariable String code,
            @RequestParam UUID round,
            @RequestParam UUID question,
            @RequestParam(defaultValue = "") List<Integer> picked,
            Locale locale,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return played(
                code,
                locale,
                request,
                flash,
                (contest, entry) -> play.answer(contest, entry, round, question, new HashSet<>(picked)));
    }

    /** Whoever is signed in plays as that; most are not. */
    private @Nullable CurrentUser user() {
        return users.now().orElse(null);
    }

    private interface Move {

        void make(ContestView contest, EntryView entry);
    }

    private String played(String code, Locale locale, HttpServletRequest request, RedirectAttributes flash, Move move) {
        ContestView contest = pages.contest(code);
        try {
            Optional<EntryView> entry =
                    cookie.device(request).flatMap(device -> entries.of(contest.id(), device, user()));
            move.make(contest, entry.orElseThrow(() -> new RuleBroken("contests.error.not-entered")));
        } catch (RuleBroken broken) {
            flash.addFlashAttribute("problem", pages.words(locale).why(broken));
        }
        return "redirect:/public/contests/" + code;
    }
}
