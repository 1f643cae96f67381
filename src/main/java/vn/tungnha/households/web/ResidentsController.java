package vn.tungnha.households.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.households.Doubles;
import vn.tungnha.households.HouseholdView;
import vn.tungnha.households.Households;
import vn.tungnha.households.ResidentView;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.FormRules;

/** Residents: added, edited, marked as left or deceased. */
@Controller
@RequiredArgsConstructor
class ResidentsController {

    private final Households households;
    private final HouseholdWords words;
    private final Doubles doubles;
    private final Clock clock;

    @GetMapping("/households/{id}/residents/new")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.TEAM_LEADER, Role.TEAM_MEMBER, Role.ADMIN},
            place = "household:id",
            data = Data.PEOPLE)
    String blank(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        model.addAttribute("form", ResidentForm.blank(today()));
        return form(households.get(id, user), null, locale, model);
    }

    @PostMapping("/households/{id}/residents")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.TEAM_LEADER, Role.TEAM_MEMBER, Role.ADMIN},
            place = "household:id",
            data = Data.PEOPLE)
    String add(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ResidentForm form,
            BindingResult errors,
            @RequestParam(name = "not", required = false) @Nullable List<UUID> others,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        UUID resident = form.fresh(id);
        return FormRules.answer(
                errors,
                response,
                () -> {
                    households.add(id, form.command(resident), user);
                    String next =
                            done(id, households.resident(resident, user), "households.resident.saved", locale, flash);
                    return doubles.remember(resident, others, user)
                            ? "redirect:/residents/" + resident + "/alike"
                            : next;
                },
                () -> form(households.get(id, user), null, locale, model));
    }

    @GetMapping("/residents/{id}/edit")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.TEAM_LEADER, Role.TEAM_MEMBER, Role.ADMIN},
            place = "resident:id",
            data = Data.PEOPLE)
    String edit(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        ResidentView resident = households.resident(id, user);
        model.addAttribute("form", ResidentForm.of(resident));
        return form(households.get(resident.householdId(), user), resident, locale, model);
    }

    @PostMapping("/residents/{id}")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.TEAM_LEADER, Role.TEAM_MEMBER, Role.ADMIN},
            place = "resident:id",
            data = Data.PEOPLE)
    String save(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ResidentForm form,
            BindingResult errors,
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
                    households.edit(id, form.seen(), form.command(id), user);
                    return done(
                            resident.householdId(),
                            households.resident(id, user),
                            "households.resident.saved",
                            locale,
                            flash);
                },
                () -> form(households.get(resident.householdId(), user), resident, locale, model));
    }

    @PostMapping("/residents/{id}/departure")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.TEAM_LEADER, Role.TEAM_MEMBER, Role.ADMIN},
            place = "resident:id",
            data = Data.PEOPLE)
    String goes(
            @PathVariable UUID id,
            @Valid @ModelAttribute("gone") MoveForms.Gone gone,
            BindingResult errors,
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
                    LocalDate day = Objects.requireNonNull(gone.day());
                    if (gone.how() == MoveForms.Gone.How.DECEASED) {
                        households.die(id, FormRules.seen(gone.version()), day, user);
                    } else {
                        households.leave(id, FormRules.seen(gone.version()), day, user);
                    }
                    return done(resident.householdId(), resident, "households.resident.gone", locale, flash);
                },
                () -> {
                    model.addAttribute("form", ResidentForm.of(resident));
                    return form(households.get(resident.householdId(), user), resident, locale, model);
                });
    }

    private String done(UUID household, ResidentView resident, String key, Locale locale, RedirectAttributes flash) {
        flash.addFlashAttribute("flash", words.say(locale, key, words.name(resident, locale)));
        return "redirect:/households/" + household;
    }

    private String form(HouseholdView household, @Nullable ResidentView resident, Locale locale, Model model) {
        model.addAttribute("household", household);
        model.addAttribute("resident", resident);
        model.addAttribute("residentName", resident == null ? null : words.name(resident, locale));
        model.addAttribute("phoneNow", resident == null ? null : resident.phoneLast3());
        model.addAttribute("citizenNumbers", households.asksCitizenNumbers(household.villageId()));
        model.addAttribute("stays", words.stays(locale));
        model.addAttribute("sexes", words.sexes(locale));
        model.addAttribute("smartphones", words.smartphones(locale));
        if (!model.containsAttribute("gone") && resident != null) {
            model.addAttribute("gone", new MoveForms.Gone(resident.version(), MoveForms.Gone.How.LEFT, today()));
        }
        return "households/resident";
    }

    private LocalDate today() {
        return Days.today(clock);
    }
}
