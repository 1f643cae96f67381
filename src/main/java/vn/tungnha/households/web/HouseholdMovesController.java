package vn.tungnha.households.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;

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
        if (Saving.tried(
                errors,
                () -> households.move(
                        id,
                        Saving.seen(form.version()),
                        Objects.requireNonNull(form.village()),
                        Objects.requireNonNull(form.day()),
                        user))) {
            return done(id, "households.moved", household, locale, flash);
        }
        response.setStatus(422);
        return moving(household, user, locale, model);
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
        if (Saving.tried(
                errors,
                () -> households.end(
                        id,
                        Saving.seen(form.version()),
                        Objects.requireNonNull(form.day()),
                        Objects.requireNonNull(form.reason()).strip(),
                        user))) {
            return done(id, "households.was-ended", household, locale, flash);
        }
        response.setStatus(422);
        model.addAttribute("household", household);
        return "households/end";
    }

    private String done(UUID to, String key, HouseholdView household, Locale locale, RedirectAttributes flash) {
        flash.addFlashAttribute("flash", words.say(locale, key, household.address()));
        return "redirect:/households/" + to;
    }

    private String moving(HouseholdView household, CurrentUser user, Locale locale, Model model) {
        List<Choice> places = new ArrayList<>(List.of(new Choice("", words.say(locale, "households.form.choose"))));
        villages.of(user).stream()
                .filter(village -> village.id() != household.villageId())
                .forEach(village -> places.add(new Choice(String.valueOf(village.id()), village.name())));
        model.addAttribute("household", household);
        model.addAttribute("villages", places);
        return "households/move";
    }
}
