package vn.tungnha.contests.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.contests.ContestView;
import vn.tungnha.contests.Contests;
import vn.tungnha.contests.Entries;
import vn.tungnha.contests.Leaderboard;
import vn.tungnha.contests.Ranking;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.table.TableAnswer;
import vn.tungnha.shared.table.TableWriter;

/** Who came where, to be printed and kept, and entries that must not count. */
@Controller
@RequestMapping("/contests/{id}")
@Organisers(place = "contest:id")
@RequiredArgsConstructor
class ResultsController {

    private final Contests contests;
    private final Leaderboard leaderboard;
    private final Entries entries;
    private final ContestPages pages;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;

    @GetMapping("/results")
    String results(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        ContestWords words = pages.words(locale);
        ContestView contest = contests.run(id, user);
        boolean named = named(contest, user);
        model.addAttribute("head", pages.head(contest, true, words));
        model.addAttribute("lines", ContestPages.lines(leaderboard.of(id), named, Integer.MAX_VALUE, words));
        model.addAttribute("named", named);
        return "contests/results";
    }

    @GetMapping("/results.{format:csv|xlsx}")
    void file(
            @PathVariable UUID id,
            @PathVariable String format,
            CurrentUser user,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        ContestWords words = pages.words(locale);
        ContestView contest = contests.run(id, user);
        boolean named = named(contest, user);
        try (TableWriter table = TableAnswer.open("ket-qua-" + contest.code(), format, response)) {
            table.heading(List.of(
                    words.say("contests.rank"),
                    words.say("contests.nickname"),
                    words.say("contests.full-name"),
                    words.say("contests.points"),
                    words.say("contests.right"),
                    words.say("contests.answered"),
                    words.say("contests.time-seconds")));
            for (Ranking.Placed it : leaderboard.of(id).placed()) {
                table.row(Arrays.asList(
                        it.rank(),
                        it.score().nickname(),
                        named ? it.score().fullName() : null,
                        it.score().points(),
                        it.score().right(),
                        it.score().answered(),
                        it.score().millis() / 1000.0));
            }
        }
    }

    @PostMapping("/entries/{entry}/removal")
    String remove(
            @PathVariable UUID id,
            @PathVariable UUID entry,
            @RequestParam(defaultValue = "") String reason,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        try {
            entries.remove(id, entry, reason, user);
        } catch (RuleBroken broken) {
            response.setStatus(422);
            return pages.refused(id, pages.words(locale).why(broken), user, locale, model);
        }
        flash.addFlashAttribute("flash", pages.words(locale).say("contests.entry.removed"));
        flash.addFlashAttribute("flashUndo", "/contests/" + id + "/entries/" + entry + "/restoration");
        return "redirect:/contests/" + id;
    }

    @PostMapping("/entries/{entry}/restoration")
    String restore(
            @PathVariable UUID id,
            @PathVariable UUID entry,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        entries.restore(id, entry, user);
        flash.addFlashAttribute("flash", pages.words(locale).say("contests.entry.restored"));
        return "redirect:/contests/" + id;
    }

    /** Whether full names are to be read, which the trail is told of. */
    private boolean named(ContestView contest, CurrentUser user) {
        boolean named = contest.fullNames() && contests.mayName(contest, user);
        if (named) {
            transactions.executeWithoutResult(status -> events.publishEvent(new Audited(
                    "contest.names-read",
                    "contest",
                    contest.id().toString(),
                    contest.unitId(),
                    null,
                    contest.players(),
                    null)));
        }
        return named;
    }
}
