package vn.tungnha.contests.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
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
import vn.tungnha.contests.ContestView;
import vn.tungnha.contests.Contests;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.table.TableAnswer;
import vn.tungnha.shared.table.TableWriter;

/** Contests: planned, opened, closed. */
@Controller
@RequestMapping("/contests")
@RequiredArgsConstructor
class ContestsController {

    private static final int ROWS = 50;

    private final Contests contests;
    private final ContestPages pages;
    private final Clock clock;

    @GetMapping
    @Allowed
    String list(@RequestParam(defaultValue = "0") int p, CurrentUser user, Locale locale, Model model) {
        ContestWords words = pages.words(locale);
        PageOf<ContestView> found = contests.list(user, new Paging(p, ROWS));
        model.addAttribute(
                "rows",
                found.items().stream()
                        .map(contest -> pages.head(contest, false, words))
                        .toList());
        model.addAttribute("pages", Pages.of(found, "/contests", words.vn()));
        model.addAttribute("mayHold", ContestPages.holds(user));
        return "contests/list";
    }

    @GetMapping("/table.{format:csv|xlsx}")
    @Allowed
    void table(@PathVariable String format, CurrentUser user, Locale locale, HttpServletResponse response)
            throws IOException {
        ContestWords words = pages.words(locale);
        try (TableWriter table = TableAnswer.open("hoi-thi", format, response)) {
            table.heading(List.of(
                    words.say("contests.name"),
                    words.say("contests.place"),
                    words.say("contests.first"),
                    words.say("contests.last"),
                    words.say("contests.state"),
                    words.say("contests.players"),
                    words.say("contests.questions.count")));
            for (ContestView it : contests.list(user, new Paging(0, 1000)).items()) {
                table.row(List.of(
                        it.name(),
                        it.place(),
                        it.firstDay(),
                        it.lastDay(),
                        words.say("contests.state." + it.state()),
                        it.players(),
                        it.questions()));
            }
        }
    }

    @GetMapping("/new")
    @Organisers
    String blank(CurrentUser user, Locale locale, Model model) {
        model.addAttribute("form", ContestForm.blank(Days.today(clock)));
        return pages.form(null, user, locale, model);
    }

    @PostMapping
    @Organisers
    String plan(
            @Valid @ModelAttribute("form") ContestForm form,
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
                    contests.plan(id, form.command(), user);
                    return said(id, "contests.planned", locale, flash);
                },
                () -> pages.form(null, user, locale, model));
    }

    @GetMapping("/{id}")
    @Allowed(place = "contest:id")
    String show(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        return pages.show(id, null, user, locale, model);
    }

    @GetMapping("/{id}/edit")
    @Organisers(place = "contest:id")
    String edit(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        ContestView contest = contests.run(id, user);
        model.addAttribute("form", ContestForm.of(contest));
        return pages.form(contest, user, locale, model);
    }

    @PostMapping("/{id}")
    @Organisers(place = "contest:id")
    String save(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ContestForm form,
            BindingResult errors,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        ContestView contest = contests.run(id, user);
        return FormRules.answer(
                errors,
                response,
                () -> {
                    contests.edit(id, FormRules.seen(form.version()), form.command(), user);
                    return said(id, "contests.saved", locale, flash);
                },
                () -> pages.form(contest, user, locale, model));
    }

    @PostMapping("/{id}/opening")
    @Organisers(place = "contest:id")
    String open(
            @PathVariable UUID id,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return changed(id, it -> contests.open(it, user), "contests.opened", user, locale, model, flash, response);
    }

    /** Can be taken back by opening it again. */
    @PostMapping("/{id}/closing")
    @Organisers(place = "contest:id")
    String close(
            @PathVariable UUID id,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        flash.addFlashAttribute("flashUndo", "/contests/" + id + "/opening");
        return changed(id, it -> contests.close(it, user), "contests.closed", user, locale, model, flash, response);
    }

    private String changed(
            UUID id,
            Consumer<UUID> change,
            String said,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        try {
            change.accept(id);
            return said(id, said, locale, flash);
        } catch (RuleBroken broken) {
            response.setStatus(422);
            return pages.refused(id, pages.words(locale).why(broken), user, locale, model);
        }
    }

    private String said(UUID id, String key, Locale locale, RedirectAttributes flash) {
        flash.addFlashAttribute("flash", pages.words(locale).say(key));
        return "redirect:/contests/" + id;
    }
}
