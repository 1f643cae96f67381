package vn.tungnha.teams.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.Paging;
import vn.tungnha.teams.TeamChanges;
import vn.tungnha.teams.TeamQuery;
import vn.tungnha.teams.TeamRole;
import vn.tungnha.teams.TeamRow;
import vn.tungnha.teams.TeamView;
import vn.tungnha.teams.Teams;

/** Merging, dissolving, and handing on the lead: each with its day. */
@Controller
@RequestMapping("/teams/{id}")
@Allowed(
        value = {Role.WARD_OFFICER, Role.WARD_LEADER, Role.ADMIN},
        place = "team:id")
@RequiredArgsConstructor
class TeamEndingController {

    private static final int MOST_TEAMS_OF_A_WARD = 500;

    private final Teams teams;
    private final TeamChanges changes;
    private final TeamWords words;
    private final Clock clock;

    @GetMapping("/dissolution")
    String dissolution(@PathVariable long id, CurrentUser user, Model model) {
        TeamView team = teams.get(id, user);
        model.addAttribute("form", new EndingForm.Dissolution(team.version(), today(), "", null, null, null));
        model.addAttribute("team", team);
        return "teams/dissolution";
    }

    @PostMapping("/dissolution")
    String dissolve(
            @PathVariable long id,
            @Valid @ModelAttribute("form") EndingForm.Dissolution form,
            BindingResult errors,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        TeamView team = teams.get(id, user);
        return FormRules.answer(
                errors,
                response,
                () -> {
                    changes.dissolve(id, FormRules.seen(form.version()), form.decreed(), user);
                    flash.addFlashAttribute("flash", words.say(locale, "teams.dissolved", team.name()));
                    return "redirect:/teams/" + id;
                },
                () -> {
                    model.addAttribute("team", team);
                    return "teams/dissolution";
                });
    }

    @GetMapping("/merger")
    String merger(@PathVariable long id, CurrentUser user, Locale locale, Model model) {
        TeamView team = teams.get(id, user);
        model.addAttribute("form", new EndingForm.Merger(team.version(), null, today(), "", null, null, null));
        return merger(team, user, locale, model);
    }

    @PostMapping("/merger")
    String merge(
            @PathVariable long id,
            @Valid @ModelAttribute("form") EndingForm.Merger form,
            BindingResult errors,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        TeamView team = teams.get(id, user);
        return FormRules.answer(
                errors,
                response,
                () -> {
                    long target = Objects.requireNonNull(form.target());
                    changes.merge(id, FormRules.seen(form.version()), target, form.decreed(), user);
                    flash.addFlashAttribute("flash", words.say(locale, "teams.merged", team.name()));
                    return "redirect:/teams/" + target;
                },
                () -> merger(team, user, locale, model));
    }

    @GetMapping("/leader")
    String leader(@PathVariable long id, CurrentUser user, Locale locale, Model model) {
        TeamView team = teams.get(id, user);
        model.addAttribute("form", new EndingForm.Leader(null, today()));
        return leader(team, locale, model);
    }

    @PostMapping("/leader")
    String lead(
            @PathVariable long id,
            @Valid @ModelAttribute("form") EndingForm.Leader form,
            BindingResult errors,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        TeamView team = teams.get(id, user);
        return FormRules.answer(
                errors,
                response,
                () -> {
                    teams.changeLeader(
                            id, Objects.requireNonNull(form.member()), Objects.requireNonNull(form.day()), user);
                    flash.addFlashAttribute("flash", words.say(locale, "teams.leader.changed", team.name()));
                    return "redirect:/teams/" + id;
                },
                () -> leader(team, locale, model));
    }

    private String merger(TeamView team, CurrentUser user, Locale locale, Model model) {
        List<Choice> targets = new ArrayList<>(List.of(new Choice("", words.say(locale, "teams.form.choose"))));
        TeamQuery query = TeamQuery.all(today());
        Long commune = team.communeId();
        List<TeamRow> rows = teams.list(
                        commune == null ? query : query.under(commune), user, new Paging(0, MOST_TEAMS_OF_A_WARD))
                .items();
        rows.stream()
                .filter(row -> row.id() != team.id())
                .forEach(row -> targets.add(new Choice(String.valueOf(row.id()), row.name())));
        model.addAttribute("team", team);
        model.addAttribute("targets", targets);
        return "teams/merger";
    }

    private String leader(TeamView team, Locale locale, Model model) {
        model.addAttribute("team", team);
        model.addAttribute(
                "candidates",
                teams.members(team.id(), today()).stream()
                        .filter(member -> member.role() != TeamRole.LEADER)
                        .map(member -> new Choice(
                                member.id().toString(), member.name() + " · " + words.role(member.role(), locale)))
                        .toList());
        return "teams/leader";
    }

    private LocalDate today() {
        return Days.today(clock);
    }
}
