package vn.tungnha.closing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.closing.ReportPlaces;
import vn.tungnha.closing.ReportText;
import vn.tungnha.closing.TeamReportView;
import vn.tungnha.closing.TeamReports;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;
import vn.tungnha.teams.Teams;

/** The team's own report, on its phone: the figures are there already, the words are the leader's. */
@Controller
@RequestMapping("/field/report")
@Allowed(Role.TEAM_LEADER)
@RequiredArgsConstructor
class FieldReportController {

    private static final String VIEW = "closing/field-report";

    private final TeamReports reports;
    private final Teams teams;
    private final TeamReportPages pages;
    private final MessageSource messages;

    @GetMapping
    String show(
            @RequestParam(required = false) @Nullable Long team,
            @RequestParam(required = false) @Nullable String period,
            CurrentUser user,
            Locale locale,
            Model model) {
        long own = own(team, user);
        TeamReportView report = reports.get(own, named(own, period, user), user);
        return page(report, null, user, new Words(messages, locale), model);
    }

    @PostMapping
    String write(
            @RequestParam long team,
            @RequestParam String period,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(defaultValue = "") String goodPractice,
            @RequestParam(defaultValue = "") String difficulties,
            @RequestParam(defaultValue = "") String proposals,
            @RequestParam(defaultValue = "") String handIn,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        Words words = new Words(messages, locale);
        Period named = ReportPlaces.named(period);
        long own = own(team, user);
        boolean now = !handIn.isEmpty();
        try {
            reports.write(own, named, version, new ReportText(goodPractice, difficulties, proposals), now, user);
            after.addFlashAttribute("flash", words.say(now ? "handed-in" : "saved"));
            if (now) {
                after.addFlashAttribute(
                        "flashUndo", "/field/report/taking-back?team=" + own + "&period=" + named.code());
            }
            return "redirect:/field/report?team=" + own + "&period=" + named.code();
        } catch (RuleBroken broken) {
            response.setStatus(422);
            model.addAttribute("problem", words.why(broken));
        } catch (Stale meanwhile) {
            response.setStatus(409);
            model.addAttribute("problem", words.say("stale"));
        }
        model.addAttribute("typed", List.of(goodPractice, difficulties, proposals));
        return page(reports.get(own, named, user), null, user, words, model);
    }

    @PostMapping("/taking-back")
    String takeBack(
            @RequestParam long team,
            @RequestParam String period,
            CurrentUser user,
            Locale locale,
            RedirectAttributes after) {
        Words words = new Words(messages, locale);
        Period named = ReportPlaces.named(period);
        try {
            reports.takeBack(own(team, user), named, user);
            after.addFlashAttribute("flash", words.say("taken-back"));
        } catch (RuleBroken broken) {
            after.addFlashAttribute("flash", words.why(broken));
            after.addFlashAttribute("flashBad", true);
        }
        return "redirect:/field/report?team=" + team + "&period=" + named.code();
    }

    private String page(TeamReportView report, @Nullable ReportText typed, CurrentUser user, Words words, Model model) {
        model.addAttribute("page", pages.page(report, typed, words));
        model.addAttribute(
                "teams",
                user.scope().teams().stream()
                        .sorted()
                        .map(id -> new Choice(String.valueOf(id), teams.get(id).name()))
                        .toList());
        return VIEW;
    }

    private Period named(long team, @Nullable String period, CurrentUser user) {
        return period == null || period.isBlank() ? reports.current(team, user).named() : ReportPlaces.named(period);
    }

    /** One's own team: the one asked for, else the first. */
    private static long own(@Nullable Long asked, CurrentUser user) {
        return user.scope().teams().stream()
                .filter(id -> asked == null || asked.equals(id))
                .sorted()
                .findFirst()
                .orElseThrow(() -> new OutOfScope("team", String.valueOf(asked)));
    }
}
