package vn.tungnha.teams.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.teams.TeamChanges;
import vn.tungnha.teams.TeamView;
import vn.tungnha.teams.TeamVillage;
import vn.tungnha.teams.Teams;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.Units;

/** Dividing a team, changing its area, and taking back what was done. */
@Controller
@RequiredArgsConstructor
class TeamChangesController {

    private final Teams teams;
    private final TeamChanges changes;
    private final TeamWords words;
    private final Units units;
    private final Clock clock;

    @GetMapping("/teams/{id}/split")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.WARD_LEADER, Role.ADMIN},
            place = "team:id")
    String split(@PathVariable long id, CurrentUser user, Locale locale, Model model) {
        TeamView team = teams.get(id, user);
        model.addAttribute(
                "form",
                new ChangeForm.Split(
                        team.version(),
                        "",
                        null,
                        team.kind(),
                        List.of(),
                        List.of(),
                        null,
                        today(),
                        "",
                        null,
                        null,
                        null));
        return split(team, locale, model);
    }

    @PostMapping("/teams/{id}/split")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.WARD_LEADER, Role.ADMIN},
            place = "team:id")
    String divide(
            @PathVariable long id,
            @Valid @ModelAttribute("form") ChangeForm.Split form,
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
                    long founded = changes.split(id, FormRules.seen(form.version()), form.command(), user);
                    flash.addFlashAttribute("flash", words.say(locale, "teams.split.done", team.name(), form.name()));
                    return "redirect:/teams/" + founded;
                },
                () -> split(team, locale, model));
    }

    @GetMapping("/teams/{id}/area")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.WARD_LEADER, Role.ADMIN},
            place = "team:id")
    String area(@PathVariable long id, CurrentUser user, Locale locale, Model model) {
        TeamView team = teams.get(id, user);
        TeamVillage home = team.home();
        model.addAttribute(
                "form",
                new ChangeForm.Area(
                        team.version(),
                        home == null ? null : home.id(),
                        List.copyOf(team.villageIds()),
                        today(),
                        "",
                        null,
                        null,
                        null));
        return area(team, locale, model);
    }

    @PostMapping("/teams/{id}/area")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.WARD_LEADER, Role.ADMIN},
            place = "team:id")
    String move(
            @PathVariable long id,
            @Valid @ModelAttribute("form") ChangeForm.Area form,
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
                    long home = Objects.requireNonNull(form.homeVillage());
                    changes.area(id, FormRules.seen(form.version()), form.command(home), user);
                    flash.addFlashAttribute("flash", words.say(locale, "teams.area.done", team.name()));
                    return "redirect:/teams/" + id;
                },
                () -> area(team, locale, model));
    }

    @PostMapping("/teams/changes/{change}/undo")
    @Allowed({Role.WARD_OFFICER, Role.WARD_LEADER, Role.ADMIN})
    String undo(@PathVariable long change, CurrentUser user, Locale locale, RedirectAttributes flash) {
        long team = changes.find(change, user).teams().get(0).teamId();
        try {
            team = changes.undo(change, user);
            flash.addFlashAttribute("flash", words.say(locale, "teams.change.undone"));
        } catch (RuleBroken broken) {
            flash.addFlashAttribute("flashBad", true);
            flash.addFlashAttribute("flash", words.say(locale, broken.getKey(), FormRules.arguments(broken)));
        }
        return "redirect:/teams/" + team;
    }

    private String split(TeamView team, Locale locale, Model model) {
        List<Choice> members = new ArrayList<>(teams.members(team.id(), today()).stream()
                .map(member ->
                        new Choice(member.id().toString(), member.name() + " · " + words.role(member.role(), locale)))
                .toList());
        model.addAttribute("team", team);
        model.addAttribute("kinds", words.kinds(locale));
        model.addAttribute("villages", choices(team.villages().stream()));
        model.addAttribute("members", members);
        model.addAttribute(
                "leaders",
                Stream.concat(Stream.of(new Choice("", words.say(locale, "teams.change.no-leader"))), members.stream())
                        .toList());
        return "teams/split";
    }

    private String area(TeamView team, Locale locale, Model model) {
        Long commune = team.communeId();
        List<Choice> villages = commune == null
                ? choices(team.villages().stream())
                : units.under(commune, UnitLevel.VILLAGE, today()).stream()
                        .map(village -> new Choice(String.valueOf(village.id()), village.name()))
                        .toList();
        model.addAttribute("team", team);
        model.addAttribute("villages", villages);
        return "teams/area";
    }

    private static List<Choice> choices(Stream<TeamVillage> villages) {
        return villages.map(village -> new Choice(String.valueOf(village.id()), village.name()))
                .toList();
    }

    private LocalDate today() {
        return Days.today(clock);
    }
}
