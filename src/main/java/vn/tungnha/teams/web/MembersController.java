package vn.tungnha.teams.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
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
import vn.tungnha.shared.Days;
import vn.tungnha.shared.FormRules;
import vn.tungnha.teams.MemberView;
import vn.tungnha.teams.TeamRole;
import vn.tungnha.teams.TeamView;
import vn.tungnha.teams.Teams;

/** Who joins, changes role, and leaves. */
@Controller
@RequiredArgsConstructor
class MembersController {

    private final Teams teams;
    private final TeamWords words;
    private final Clock clock;

    @GetMapping("/teams/{id}/members/new")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.WARD_LEADER, Role.ADMIN},
            place = "team:id")
    String blank(@PathVariable long id, CurrentUser user, Locale locale, Model model) {
        TeamView team = teams.get(id, user);
        boolean led = teams.members(id, today()).stream().anyMatch(member -> member.role() == TeamRole.LEADER);
        model.addAttribute(
                "form",
                MemberForm.blank(led ? today() : team.establishedOn(), led ? TeamRole.MEMBER : TeamRole.LEADER));
        return form(team, null, locale, model);
    }

    @PostMapping("/teams/{id}/members")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.WARD_LEADER, Role.ADMIN},
            place = "team:id")
    String add(
            @PathVariable long id,
            @Valid @ModelAttribute("form") MemberForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "false") boolean more,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return FormRules.answer(
                errors,
                response,
                () -> {
                    teams.addMember(id, form.command(), user);
                    flash.addFlashAttribute("flash", words.say(locale, "teams.member.added", form.name()));
                    return "redirect:/teams/" + id + (more ? "/members/new" : "");
                },
                () -> form(teams.get(id, user), null, locale, model));
    }

    @GetMapping("/members/{id}/edit")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.WARD_LEADER, Role.ADMIN},
            place = "member:id")
    String edit(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        MemberView member = teams.member(id, user);
        model.addAttribute("form", MemberForm.of(member, today()));
        return form(teams.get(member.teamId(), user), member, locale, model);
    }

    @PostMapping("/members/{id}")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.WARD_LEADER, Role.ADMIN},
            place = "member:id")
    String save(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") MemberForm form,
            BindingResult errors,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        MemberView member = teams.member(id, user);
        return FormRules.answer(
                errors,
                response,
                () -> {
                    teams.editMember(id, FormRules.seen(form.version()), form.command(), user);
                    flash.addFlashAttribute("flash", words.say(locale, "teams.saved", form.name()));
                    return "redirect:/teams/" + member.teamId();
                },
                () -> form(teams.get(member.teamId(), user), member, locale, model));
    }

    @PostMapping("/members/{id}/departure")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.WARD_LEADER, Role.ADMIN},
            place = "member:id")
    String leave(
            @PathVariable UUID id,
            @Valid @ModelAttribute("gone") EndingForm.Departure gone,
            BindingResult errors,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        MemberView member = teams.member(id, user);
        return FormRules.answer(
                errors,
                response,
                () -> {
                    int version = FormRules.seen(gone.version());
                    String reason = gone.reason() == null || gone.reason().isBlank() ? null : gone.reason();
                    teams.removeMember(id, version, Objects.requireNonNull(gone.day()), reason, user);
                    flash.addFlashAttribute("flash", words.say(locale, "teams.member.left", member.name()));
                    return "redirect:/teams/" + member.teamId();
                },
                () -> {
                    model.addAttribute("form", MemberForm.of(member, today()));
                    return form(teams.get(member.teamId(), user), member, locale, model);
                });
    }

    private String form(TeamView team, @Nullable MemberView member, Locale locale, Model model) {
        model.addAttribute("team", team.name());
        model.addAttribute("teamId", team.id());
        model.addAttribute("memberId", member == null ? null : member.id());
        model.addAttribute("memberName", member == null ? null : member.name());
        if (member != null && !model.containsAttribute("gone")) {
            model.addAttribute("gone", new EndingForm.Departure(member.version(), today(), ""));
        }
        model.addAttribute("count", teams.members(team.id(), today()).size());
        model.addAttribute("roles", words.roles(locale));
        model.addAttribute("organisations", words.organisationChoices(locale));
        return "teams/member";
    }

    private LocalDate today() {
        return Days.today(clock);
    }
}
