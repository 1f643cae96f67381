package vn.tungnha.households.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.households.HouseholdCommand;
import vn.tungnha.households.HouseholdView;
import vn.tungnha.households.Households;
import vn.tungnha.households.SplitCommand;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.FormRules;

/** Tách hộ and nhập hộ: one household becomes two, two become one. */
@Controller
@RequestMapping("/households/{id}")
@Allowed(
        value = {Role.WARD_OFFICER, Role.TEAM_LEADER, Role.TEAM_MEMBER, Role.ADMIN},
        place = "household:id",
        data = Data.PEOPLE)
@RequiredArgsConstructor
class HouseholdUnionsController {

    private final Households households;
    private final Neighbours neighbours;
    private final HouseholdWords words;
    private final Clock clock;

    @GetMapping("/split")
    String splitting(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        HouseholdView household = households.get(id, user);
        model.addAttribute(
                "form",
                new MoveForms.Split(
                        household.version(), UUID.randomUUID(), List.of(), household.alley(), "", Days.today(clock)));
        return splitting(household, locale, model);
    }

    @PostMapping("/split")
    String split(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") MoveForms.Split form,
            BindingResult errors,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        HouseholdView household = households.get(id, user);
        UUID founded = form.fresh(id);
        return FormRules.answer(
                errors,
                response,
                () -> {
                    households.split(id, FormRules.seen(form.version()), command(form, founded, household), user);
                    return done(founded, "households.was-split", household, locale, flash);
                },
                () -> splitting(household, locale, model));
    }

    @GetMapping("/join")
    String joining(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Long village,
            CurrentUser user,
            Locale locale,
            Model model) {
        HouseholdView household = households.get(id, user);
        model.addAttribute("form", new MoveForms.Into(household.version(), null, null, Days.today(clock)));
        return joining(household, village, user, locale, model);
    }

    @PostMapping("/join")
    String join(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") MoveForms.Into form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable Long village,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        HouseholdView household = households.get(id, user);
        return FormRules.answer(
                errors,
                response,
                () -> {
                    households.join(
                            id,
                            FormRules.seen(form.version()),
                            Objects.requireNonNull(form.household()),
                            Objects.requireNonNull(form.day()),
                            user);
                    return done(
                            Objects.requireNonNull(form.household()),
                            "households.was-joined",
                            household,
                            locale,
                            flash);
                },
                () -> joining(household, village, user, locale, model));
    }

    private String done(UUID to, String key, HouseholdView household, Locale locale, RedirectAttributes flash) {
        flash.addFlashAttribute("flash", words.say(locale, key, household.address()));
        return "redirect:/households/" + to;
    }

    private String splitting(HouseholdView household, Locale locale, Model model) {
        model.addAttribute("household", household);
        model.addAttribute(
                "people",
                household.residents().stream()
                        .map(resident -> new Choice(resident.id().toString(), words.name(resident, locale)))
                        .toList());
        return "households/split";
    }

    private String joining(
            HouseholdView household, @Nullable Long village, CurrentUser user, Locale locale, Model model) {
        model.addAttribute("household", household);
        model.addAttribute("first", words.choose(locale));
        neighbours.offer(household, village, household.id(), user, model);
        return "households/join";
    }

    private static SplitCommand command(MoveForms.Split form, UUID founded, HouseholdView household) {
        HouseholdCommand own = new HouseholdCommand(
                founded,
                household.kind(),
                household.villageId(),
                Objects.requireNonNull(form.alley()),
                form.number() == null ? "" : form.number(),
                null,
                0,
                null,
                List.of());
        return new SplitCommand(
                own, new HashSet<>(Objects.requireNonNull(form.residents())), Objects.requireNonNull(form.day()));
    }
}
