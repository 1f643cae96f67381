package vn.tungnha.teams.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.FormRules;
import vn.tungnha.teams.TeamView;
import vn.tungnha.teams.Teams;
import vn.tungnha.units.FoundingWards;
import vn.tungnha.units.UnitKinds;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;

/** Registering a team and editing what is known of it. */
@Controller
@RequiredArgsConstructor
class TeamFormController {

    private final Teams teams;
    private final TeamRegistration registration;
    private final TeamWords words;
    private final UnitKinds villageKinds;
    private final FoundingWards founders;
    private final Clock clock;

    @GetMapping("/teams/new")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.WARD_LEADER, Role.ADMIN},
            place = "unit:unit")
    String blank(@RequestParam(required = false) @Nullable String unit, CurrentUser user, Locale locale, Model model) {
        String kind = words.kinds(locale).get(0).value();
        model.addAttribute("form", TeamForm.blank(Days.today(clock), kind));
        return form(unit, null, user, locale, model);
    }

    @PostMapping("/teams")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.WARD_LEADER, Role.ADMIN},
            place = "unit:unit")
    String create(
            @RequestParam(required = false) @Nullable String unit,
            @Valid @ModelAttribute("form") TeamForm form,
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
                    long id = registration.register(form, registration.ward(unit, user), user);
                    flash.addFlashAttribute("flash", words.say(locale, "teams.created", form.name()));
                    return "redirect:/teams/" + id + "/members/new";
                },
                () -> form(unit, null, user, locale, model));
    }

    @GetMapping("/teams/{id}/edit")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.WARD_LEADER, Role.ADMIN},
            place = "team:id")
    String edit(@PathVariable long id, CurrentUser user, Locale locale, Model model) {
        TeamView team = teams.get(id, user);
        model.addAttribute("form", TeamForm.of(team, Days.today(clock)));
        return form(null, team, user, locale, model);
    }

    @PostMapping("/teams/{id}")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.WARD_LEADER, Role.ADMIN},
            place = "team:id")
    String save(
            @PathVariable long id,
            @Valid @ModelAttribute("form") TeamForm form,
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
                    int version = FormRules.seen(form.version());
                    teams.edit(id, version, form.command(form.homeVillageId(), form.areaFrom()), user);
                    flash.addFlashAttribute("flash", words.say(locale, "teams.saved", form.name()));
                    return "redirect:/teams/" + id;
                },
                () -> form(null, teams.get(id, user), user, locale, model));
    }

    private String form(@Nullable String unit, @Nullable TeamView team, CurrentUser user, Locale locale, Model model) {
        UnitView ward = team == null ? registration.ward(unit, user) : null;
        List<Choice> homes = new ArrayList<>(List.of(new Choice("", words.say(locale, "teams.form.choose"))));
        if (team == null && ward != null) {
            homes.add(new Choice(TeamForm.NEW, words.say(locale, "teams.form.new-village")));
        }
        model.addAttribute("id", team == null ? null : team.id());
        model.addAttribute("teamName", team == null ? null : team.name());
        model.addAttribute("unit", unit);
        model.addAttribute("ward", ward == null ? null : ward.fullName());
        model.addAttribute("homes", homes);
        model.addAttribute(
                "wards", founders.group(registration.villages(ward, user), village -> String.valueOf(village.id())));
        model.addAttribute("kinds", words.kinds(locale));
        model.addAttribute(
                "villageKinds",
                villageKinds.of(UnitLevel.VILLAGE).stream()
                        .map(kind -> new Choice(kind.code(), kind.name()))
                        .toList());
        model.addAttribute(
                "groups",
                List.of(
                        new Choice("ZALO", words.say(locale, "teams.group.ZALO")),
                        new Choice("FACEBOOK", words.say(locale, "teams.group.FACEBOOK")),
                        new Choice("OTHER", words.say(locale, "teams.group.OTHER"))));
        return "teams/form";
    }
}
