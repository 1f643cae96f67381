package vn.tungnha.households.web;

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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.households.HouseholdView;
import vn.tungnha.households.Households;
import vn.tungnha.households.ResidentView;
import vn.tungnha.households.Stay;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.FormRules;

/** A resident goes to live in another household, or comes back to one. */
@Controller
@RequestMapping("/residents/{id}/move")
@Allowed(
        value = {Role.WARD_OFFICER, Role.TEAM_LEADER, Role.TEAM_MEMBER, Role.ADMIN},
        place = "resident:id",
        data = Data.PEOPLE)
@RequiredArgsConstructor
class ResidentMovesController {

    private final Households households;
    private final Neighbours neighbours;
    private final HouseholdWords words;
    private final Clock clock;

    @GetMapping
    String moving(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Long village,
            CurrentUser user,
            Locale locale,
            Model model) {
        ResidentView resident = households.resident(id, user);
        model.addAttribute("form", new MoveForms.Into(resident.version(), null, resident.stay(), today()));
        return moving(resident, village, user, locale, model);
    }

    @PostMapping
    String move(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") MoveForms.Into form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable Long village,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        ResidentView resident = households.resident(id, user);
        return FormRules.answer(
                errors,
                response,
                () -> {
                    households.move(
                            id,
                            FormRules.seen(form.version()),
                            Objects.requireNonNull(form.household()),
                            Objects.requireNonNullElse(form.stay(), Stay.UNKNOWN),
                            Objects.requireNonNull(form.day()),
                            user);
                    return done(
                            Objects.requireNonNull(form.household()),
                            resident,
                            "households.resident.moved",
                            locale,
                            flash);
                },
                () -> moving(resident, village, user, locale, model));
    }

    private String done(UUID household, ResidentView resident, String key, Locale locale, RedirectAttributes flash) {
        flash.addFlashAttribute("flash", words.say(locale, key, words.name(resident, locale)));
        return "redirect:/households/" + household;
    }

    private String moving(ResidentView resident, @Nullable Long village, CurrentUser user, Locale locale, Model model) {
        HouseholdView household = households.get(resident.householdId(), user);
        model.addAttribute("resident", resident);
        model.addAttribute("residentName", words.name(resident, locale));
        model.addAttribute("household", household);
        model.addAttribute("first", words.choose(locale));
        neighbours.offer(household, village, null, user, model);
        model.addAttribute("stays", words.stays(locale));
        return "households/resident-move";
    }

    private LocalDate today() {
        return Days.today(clock);
    }
}
