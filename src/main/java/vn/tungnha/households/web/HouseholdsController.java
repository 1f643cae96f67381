package vn.tungnha.households.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
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
import vn.tungnha.households.Doubles;
import vn.tungnha.households.HouseholdView;
import vn.tungnha.households.Households;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.FormRules;

/** The list of households, the page of one, and the form that adds or edits one. */
@Controller
@RequestMapping("/households")
@RequiredArgsConstructor
class HouseholdsController {

    private final Households households;
    private final HouseholdsListing listing;
    private final HouseholdShowing showing;
    private final HouseholdVillages villages;
    private final HouseholdWords words;
    private final Doubles doubles;

    @GetMapping
    @Allowed(
            value = {Role.WARD_OFFICER, Role.WARD_LEADER, Role.TEAM_LEADER, Role.TEAM_MEMBER, Role.ADMIN},
            place = "unit:village",
            data = Data.PEOPLE)
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String village,
            @RequestParam(required = false) @Nullable Long team,
            @RequestParam(required = false) @Nullable String alley,
            @RequestParam(defaultValue = "0") int p,
            CurrentUser user,
            Locale locale,
            Model model) {
        var filter = new HouseholdsListing.Filter(blank(q), blank(village), team, blank(alley), p);
        model.addAttribute("page", listing.page(filter, user, locale));
        return "households/list";
    }

    @GetMapping("/{id}")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.WARD_LEADER, Role.TEAM_LEADER, Role.TEAM_MEMBER, Role.ADMIN},
            place = "household:id",
            data = Data.PEOPLE)
    String show(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        UUID kept = households.get(id, user).id();
        if (!kept.equals(id)) {
            return "redirect:/households/" + kept;
        }
        model.addAttribute("page", showing.page(id, user, locale));
        return "households/show";
    }

    @GetMapping("/new")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.TEAM_LEADER, Role.TEAM_MEMBER, Role.ADMIN},
            data = Data.PEOPLE)
    String blankForm(
            @RequestParam(required = false) @Nullable String alley, CurrentUser user, Locale locale, Model model) {
        model.addAttribute("form", HouseholdForm.blank(null, alley));
        return form(null, user, locale, model);
    }

    @PostMapping
    @Allowed(
            value = {Role.WARD_OFFICER, Role.TEAM_LEADER, Role.TEAM_MEMBER, Role.ADMIN},
            data = Data.PEOPLE)
    String create(
            @Valid @ModelAttribute("form") HouseholdForm form,
            BindingResult errors,
            @RequestParam(name = "not", required = false) @Nullable List<UUID> others,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return FormRules.answer(
                errors,
                response,
                () -> {
                    HouseholdView household = households.create(form.command(), user);
                    flash.addFlashAttribute("flash", words.say(locale, "households.created", household.address()));
                    return household.residents().stream()
                            .filter(each -> doubles.remember(each.id(), others, user))
                            .findFirst()
                            .map(each -> "redirect:/residents/" + each.id() + "/alike")
                            .orElse("redirect:/households/" + household.id());
                },
                () -> form(null, user, locale, model));
    }

    @GetMapping("/{id}/edit")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.TEAM_LEADER, Role.TEAM_MEMBER, Role.ADMIN},
            place = "household:id",
            data = Data.PEOPLE)
    String edit(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        HouseholdView household = households.get(id, user);
        model.addAttribute("form", HouseholdForm.of(household));
        return form(household, user, locale, model);
    }

    @PostMapping("/{id}")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.TEAM_LEADER, Role.TEAM_MEMBER, Role.ADMIN},
            place = "household:id",
            data = Data.PEOPLE)
    String save(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") HouseholdForm form,
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
                    HouseholdView household = households.edit(id, form.seen(), form.command(), user);
                    flash.addFlashAttribute("flash", words.say(locale, "households.saved", household.address()));
                    return "redirect:/households/" + id;
                },
                () -> form(households.get(id, user), user, locale, model));
    }

    private String form(@Nullable HouseholdView household, CurrentUser user, Locale locale, Model model) {
        model.addAttribute("id", household == null ? null : household.id());
        model.addAttribute("address", household == null ? null : household.address());
        model.addAttribute("first", words.choose(locale));
        model.addAttribute("wards", villages.choices(user, each -> true, village -> String.valueOf(village.id())));
        model.addAttribute("kinds", words.kinds(locale));
        return "households/form";
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
