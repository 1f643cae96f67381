package vn.tungnha.teams.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.FormRules;
import vn.tungnha.teams.MemberCommand;
import vn.tungnha.teams.MemberView;
import vn.tungnha.teams.RenewalCommand;
import vn.tungnha.teams.TeamChanges;
import vn.tungnha.teams.TeamRole;
import vn.tungnha.teams.TeamView;
import vn.tungnha.teams.Teams;

/** Putting a team in order anew by one decision: who stays in which role, who goes, who comes. */
@Controller
@RequestMapping("/teams/{id}/renewal")
@Allowed(
        value = {Role.WARD_OFFICER, Role.WARD_LEADER, Role.ADMIN},
        place = "team:id")
@RequiredArgsConstructor
class TeamRenewalController {

    private static final String LEAVES = "LEAVES";

    /** Rows for people who join. */
    private static final int NEWCOMERS = 4;

    private final Teams teams;
    private final TeamChanges changes;
    private final TeamWords words;
    private final Clock clock;

    /** A member with what is chosen for them. */
    record Line(String field, String name, String now, String chosen) {}

    /** What is typed of somebody who joins. */
    record Newcomer(String name, String role, String organisation, String phone) {}

    @GetMapping
    String form(@PathVariable long id, CurrentUser user, Locale locale, Model model) {
        model.addAttribute(
                "form",
                new ChangeForm.Renewal(
                        List.of(), List.of(), List.of(), List.of(), Days.today(clock), "", null, null, null));
        return page(teams.get(id, user), Map.of(), locale, model);
    }

    @PostMapping
    String renew(
            @PathVariable long id,
            @Valid @ModelAttribute("form") ChangeForm.Renewal form,
            BindingResult errors,
            @RequestParam Map<String, String> params,
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
                    changes.renew(id, command(team, form, params), user);
                    flash.addFlashAttribute("flash", words.say(locale, "teams.renewal.done", team.name()));
                    return "redirect:/teams/" + id;
                },
                () -> page(team, params, locale, model));
    }

    private RenewalCommand command(TeamView team, ChangeForm.Renewal form, Map<String, String> params) {
        LocalDate day = Objects.requireNonNull(form.day());
        Map<UUID, TeamRole> roles = new LinkedHashMap<>();
        Set<UUID> leaving = new LinkedHashSet<>();
        for (MemberView member : teams.members(team.id(), day)) {
            String chosen = params.get(field(member));
            if (LEAVES.equals(chosen)) {
                leaving.add(member.id());
            } else if (chosen != null && !chosen.equals(member.role().name())) {
                roles.put(member.id(), TeamRole.valueOf(chosen));
            }
        }
        List<MemberCommand> joining = newcomers(form).stream()
                .filter(it -> !it.name().isBlank())
                .map(it -> MemberForm.joining(it.name(), it.role(), it.organisation(), it.phone(), day))
                .toList();
        return new RenewalCommand(roles, leaving, joining, form.decreed());
    }

    private String page(TeamView team, Map<String, String> params, Locale locale, Model model) {
        List<Choice> choices = new ArrayList<>(words.roles(locale));
        choices.add(new Choice(LEAVES, words.say(locale, "teams.renewal.leaves")));
        List<Line> lines = teams.members(team.id(), Days.today(clock)).stream()
                .map(member -> new Line(
                        field(member),
                        member.name(),
                        words.role(member.role(), locale),
                        params.getOrDefault(field(member), member.role().name())))
                .toList();
        Object form = Objects.requireNonNull(model.getAttribute("form"));
        model.addAttribute("team", team);
        model.addAttribute("choices", choices);
        model.addAttribute("roleChoices", words.roles(locale));
        model.addAttribute("organisationChoices", words.organisationChoices(locale));
        model.addAttribute("lines", lines);
        model.addAttribute("newcomers", newcomers((ChangeForm.Renewal) form));
        return "teams/renewal";
    }

    private static List<Newcomer> newcomers(ChangeForm.Renewal form) {
        List<Newcomer> newcomers = new ArrayList<>();
        for (int i = 0; i < NEWCOMERS; i++) {
            newcomers.add(new Newcomer(
                    at(form.names(), i, ""),
                    at(form.roles(), i, TeamRole.MEMBER.name()),
                    at(form.organisations(), i, ""),
                    at(form.phones(), i, "")));
        }
        return newcomers;
    }

    private static String at(@Nullable List<String> typed, int i, String otherwise) {
        return typed == null || typed.size() <= i ? otherwise : typed.get(i);
    }

    private static String field(MemberView member) {
        return "member-" + member.id();
    }
}
