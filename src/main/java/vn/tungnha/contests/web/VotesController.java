package vn.tungnha.contests.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
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
import vn.tungnha.contests.votes.BallotCount;
import vn.tungnha.contests.votes.BallotView;
import vn.tungnha.contests.votes.Ballots;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.table.TableAnswer;
import vn.tungnha.shared.table.TableWriter;

/** Votes of assemblies: prepared, counted by two, told once both agree. */
@Controller
@RequestMapping("/contests/votes")
@RequiredArgsConstructor
class VotesController {

    private static final int ROWS = 50;

    private final Ballots ballots;
    private final VotePages pages;
    private final HoldingPlaces places;
    private final Clock clock;

    @GetMapping
    @Allowed
    String list(@RequestParam(defaultValue = "0") int p, CurrentUser user, Locale locale, Model model) {
        ContestWords words = pages.words(locale);
        PageOf<BallotView> found = ballots.list(user, new Paging(p, ROWS));
        model.addAttribute(
                "rows", found.items().stream().map(it -> pages.page(it, words)).toList());
        model.addAttribute("pages", Pages.of(found, "/contests/votes", words.vn()));
        model.addAttribute("mayHold", ContestPages.holds(user));
        return "contests/votes";
    }

    /** One line for each option of each vote; numbers only where two counts agreed. */
    @GetMapping("/table.{format:csv|xlsx}")
    @Allowed
    void table(@PathVariable String format, CurrentUser user, Locale locale, HttpServletResponse response)
            throws IOException {
        ContestWords words = pages.words(locale);
        try (TableWriter table = TableAnswer.open("kiem-phieu", format, response)) {
            table.heading(List.of(
                    words.say("contests.vote.title"),
                    words.say("contests.place"),
                    words.say("contests.vote.day"),
                    words.say("contests.state"),
                    words.say("contests.vote.handed-out"),
                    words.say("contests.vote.valid"),
                    words.say("contests.vote.invalid"),
                    words.say("contests.vote.option"),
                    words.say("contests.vote.votes")));
            for (BallotView it : ballots.list(user, new Paging(0, 1000)).items()) {
                BallotCount result = it.result();
                for (int at = 0; at < it.options().size(); at++) {
                    table.row(Arrays.asList(
                            it.title(),
                            it.place(),
                            it.heldOn(),
                            words.say("contests.vote.state." + it.state()),
                            result == null ? null : result.handedOut(),
                            result == null ? null : result.valid(),
                            result == null ? null : result.invalid(),
                            it.options().get(at),
                            result == null ? null : result.votes().get(at)));
                }
            }
        }
    }

    @GetMapping("/new")
    @Organisers
    String blank(CurrentUser user, Locale locale, Model model) {
        model.addAttribute(
                "form",
                BallotForm.blank(
                        Days.today(clock),
                        pages.words(locale).say("contests.vote.options.usual").replace("|", "\n")));
        return form(user, model);
    }

    @PostMapping
    @Organisers
    String prepare(
            @Valid @ModelAttribute("form") BallotForm form,
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
                    ballots.prepare(id, form.command(), user);
                    return said(id, "contests.vote.prepared", locale, flash);
                },
                () -> form(user, model));
    }

    @GetMapping("/{id}")
    @Allowed(place = "ballot:id")
    String show(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        return pages.show(id, user, locale, model);
    }

    @PostMapping("/{id}/counts")
    @Allowed(
            value = {
                Role.ADMIN,
                Role.PROVINCE_OFFICER,
                Role.DISTRICT_OFFICER,
                Role.WARD_OFFICER,
                Role.WARD_LEADER,
                Role.TEAM_LEADER,
                Role.TEAM_MEMBER
            },
            place = "ballot:id")
    String count(
            @PathVariable UUID id,
            @ModelAttribute("form") CountForm form,
            BindingResult errors,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return FormRules.answer(
                errors,
                response,
                () -> {
                    Ballots.Outcome outcome = ballots.count(id, form.count(), user);
                    flash.addFlashAttribute("flashBad", outcome == Ballots.Outcome.DIFFERED);
                    return said(id, "contests.vote.outcome." + outcome, locale, flash);
                },
                () -> pages.show(id, user, locale, model));
    }

    @PostMapping("/{id}/cancellation")
    @Organisers(place = "ballot:id")
    String cancel(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        try {
            ballots.cancel(id, reason, user);
        } catch (RuleBroken broken) {
            response.setStatus(422);
            model.addAttribute("problem", pages.words(locale).why(broken));
            return pages.show(id, user, locale, model);
        }
        return said(id, "contests.vote.cancelled", locale, flash);
    }

    private String form(CurrentUser user, Model model) {
        model.addAttribute("places", places.of(user));
        return "contests/vote-form";
    }

    private String said(UUID id, String key, Locale locale, RedirectAttributes flash) {
        flash.addFlashAttribute("flash", pages.words(locale).say(key));
        return "redirect:/contests/votes/" + id;
    }
}
