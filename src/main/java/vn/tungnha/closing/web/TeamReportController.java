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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.closing.ReportPlaces;
import vn.tungnha.closing.TeamReports;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.RuleBroken;

/** A team's report as the ward reads it: approved, or given back with a word why. */
@Controller
@RequestMapping("/reports/teams/{id}")
@RequiredArgsConstructor
class TeamReportController {

    private final TeamReports reports;
    private final TeamReportPages pages;
    private final MessageSource messages;

    @GetMapping
    @Allowed(
            value = {Role.ADMIN, Role.PROVINCE_OFFICER, Role.DISTRICT_OFFICER, Role.WARD_OFFICER, Role.WARD_LEADER},
            place = "team:id")
    String show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String period,
            CurrentUser user,
            Locale locale,
            Model model) {
        Words words = new Words(messages, locale);
        Period named =
                period == null || period.isBlank() ? reports.current(id, user).named() : ReportPlaces.named(period);
        model.addAttribute("page", pages.page(reports.get(id, named, user), null, words));
        model.addAttribute("decides", user.has(Role.WARD_OFFICER, Role.WARD_LEADER));
        return "closing/team";
    }

    @PostMapping("/approval")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.WARD_LEADER},
            place = "team:id")
    String approve(
            @PathVariable long id,
            @RequestParam String period,
            CurrentUser user,
            Locale locale,
            RedirectAttributes after) {
        Words words = new Words(messages, locale);
        int approved = reports.approve(List.of(id), ReportPlaces.named(period), user);
        after.addFlashAttribute("flash", words.say(approved == 0 ? "approved.none" : "approved.one"));
        return "redirect:/reports/teams/" + id + "?period="
                + ReportPlaces.named(period).code();
    }

    @PostMapping("/return")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.WARD_LEADER},
            place = "team:id")
    String giveBack(
            @PathVariable long id,
            @RequestParam String period,
            @RequestParam(defaultValue = "") String comment,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        Words words = new Words(messages, locale);
        try {
            reports.giveBack(id, ReportPlaces.named(period), comment, user);
            after.addFlashAttribute("flash", words.say("returned"));
            return "redirect:/reports/teams/" + id + "?period="
                    + ReportPlaces.named(period).code();
        } catch (RuleBroken broken) {
            response.setStatus(422);
            model.addAttribute("problem", words.why(broken));
            model.addAttribute("comment", comment);
            return show(id, period, user, locale, model);
        }
    }
}
