package vn.tungnha.teams.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
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
import vn.tungnha.shared.Paging;
import vn.tungnha.teams.MemberView;
import vn.tungnha.teams.TeamChanges;
import vn.tungnha.teams.TeamQuery;
import vn.tungnha.teams.TeamRole;
import vn.tungnha.teams.TeamRow;
import vn.tungnha.teams.Teams;
import vn.tungnha.units.UnitView;

/** Several teams of a ward become one new team, as Đà Nẵng did with those of Project 06 in 2023. */
@Controller
@RequestMapping("/teams/combination")
@Allowed(
        value = {Role.WARD_OFFICER, Role.WARD_LEADER, Role.ADMIN},
        place = "unit:unit")
@RequiredArgsConstructor
class TeamCombinationController {

    private static final Paging ALL_OF_A_WARD = new Paging(0, 500);

    private final Teams teams;
    private final TeamChanges changes;
    private final TeamRegistration registration;
    private final TeamWords words;
    private final Clock clock;

    @GetMapping
    String form(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(defaultValue = "") List<Long> with,
            CurrentUser user,
            Locale locale,
            Model model) {
        model.addAttribute(
                "form",
                new ChangeForm.Combination(
                        with, "", null, "CNSCD_DA06", null, Days.today(clock), "", null, null, null));
        return page(unit, user, locale, model);
    }

    @PostMapping
    String combine(
            @RequestParam(required = false) @Nullable String unit,
            @Valid @ModelAttribute("form") ChangeForm.Combination form,
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
                    long founded = changes.combine(form.command(), user);
                    flash.addFlashAttribute("flash", words.say(locale, "teams.combination.done", form.name()));
                    return "redirect:/teams/" + founded;
                },
                () -> page(unit, user, locale, model));
    }

    private String page(@Nullable String unit, CurrentUser user, Locale locale, Model model) {
        UnitView ward = registration.ward(unit, user);
        LocalDate today = Days.today(clock);
        List<TeamRow> rows = ward == null
                ? List.of()
                : teams.list(TeamQuery.all(today).under(ward.id()), user, ALL_OF_A_WARD)
                        .items();
        List<Choice> leaders = new ArrayList<>();
        leaders.add(new Choice("", words.say(locale, "teams.change.no-leader")));
        for (MemberView member : teams.membersOf(rows.stream().map(TeamRow::id).toList(), today)) {
            if (member.role() != TeamRole.MEMBER) {
                String team = rows.stream()
                        .filter(row -> row.id() == member.teamId())
                        .map(TeamRow::name)
                        .findFirst()
                        .orElse("");
                leaders.add(new Choice(
                        member.id().toString(),
                        member.name() + " · " + words.role(member.role(), locale) + ", " + team));
            }
        }
        model.addAttribute("unit", unit);
        model.addAttribute("ward", ward == null ? null : ward.fullName());
        model.addAttribute(
                "teamChoices",
                rows.stream()
                        .map(row -> new Choice(
                                String.valueOf(row.id()), row.name() + " · " + String.join(", ", row.villages())))
                        .toList());
        model.addAttribute("kinds", words.kinds(locale));
        model.addAttribute("leaders", leaders);
        return "teams/combination";
    }
}
