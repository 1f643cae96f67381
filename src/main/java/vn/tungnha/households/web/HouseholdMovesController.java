package vn.tungnha.households.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
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
import vn.tungnha.households.HouseholdView;
import vn.tungnha.households.Households;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.FormRules;

/** A household moves or ends: each with its day. */
@Controller
@RequestMapping("/households/{id}")
@Allowed(
        value = {Role.WARD_OFFICER, Role.TEAM_LEADER, Role.TEAM_MEMBER, Role.ADMIN},
        place = "household:id",
        data = Data.PEOPLE)
@RequiredArgsConstructor
class HouseholdMovesController {

    private final Households households;
    private final HouseholdVillages villages;
    private final HouseholdWords words;
    private final Clock clock;

    @GetMapping("/move")
    String moving(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        HouseholdView household = households.get(id, user);
        model.addAttribute("form", new MoveForms.Move(household.version(), null, Days.today(clock)));
        return moving(household, user, locale, model);
    }

    @PostMapping("/move")
    String move(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") MoveForms.Move form,
            BindingResult errors,
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
                    households.move(
                            id,
                            FormRules.seen(form.version()),
                            Objects.requireNonNull(form.village()),
                            Objects.requireNonNull(form.day()),
                            user);
                    return done(id, "households.moved", household, locale, flash);
                },
                () -> moving(household, user, locale, model));
    }

    @GetMapping("/end")
    String ending(@PathVariable UUID id, CurrentUser user, Model model) {
        HouseholdView household = households.get(id, user);
        model.addAttribute("form", new MoveForms.End(household.version(), Days.today(clock), ""));
        model.addAttribute("household", household);
        return "households/end";
    }

    @PostMapping("/end")
    String end(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") MoveForms.End form,
            BindingResult errors,
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
                    households.end(
                            id,
                            FormRules.seen(form.version()),
                            Objects.requireNonNull(form.day()),
                            Objects.requireNonNull(form.reason()).strip(),
                            user);
                    return done(id, "households.was-ended", household, locale, flash);
                },
                () -> {
                    model.addAttribute("household", household);
                    return "households/end";
                });
    }

    private String done(UUID to, String key, HouseholdView household, Locale locale, RedirectAttributes flash) {
        flash.addFlashAttribute("flash", words.say(locale, key, household.address()));
        return "redirect:/households/" + to;
    }

    private String moving(HouseholdView household, CurrentUser user, Locale locale, Model model) {
        model.addAttribute("household", household);
        model.addAttribute("first", words.choose(locale));
        model.addAttribute(
                "wards",
                villages.choices(
                        user,
                        village -> village.id() != household.villageId(),
                        village -> String.valueOf(village.id())));
        return "households/move";
    }
}
