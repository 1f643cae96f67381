package vn.tungnha.units.changes.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
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
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;
import vn.tungnha.units.changes.UnitReforms;

/** First steps of the wizard: which units, and what is to become of them. */
@Controller
@RequestMapping("/units/changes")
@RequiredArgsConstructor
class ChangeDraftController {

    private final UnitReforms reforms;
    private final ChangeChoices choices;
    private final Units units;
    private final ScopeGuard guard;
    private final MessageSource messages;
    private final Clock clock;

    @GetMapping("/new")
    @Allowed({Role.ADMIN, Role.PROVINCE_OFFICER, Role.WARD_OFFICER})
    String choose(@RequestParam(defaultValue = "") String at, CurrentUser user, Locale locale, Model model) {
        ChangeForm form = new ChangeForm();
        form.setAt(at.isBlank() ? choices.onlyPlace(user) : at);
        model.addAttribute("form", form);
        return chooser(form, user, locale, model);
    }

    @GetMapping("/details")
    @Allowed({Role.ADMIN, Role.PROVINCE_OFFICER, Role.WARD_OFFICER})
    String describe(
            @ModelAttribute("form") ChangeForm form,
            BindingResult errors,
            CurrentUser user,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        return FormRules.answer(
                errors,
                response,
                () -> {
                    choices.requireEnough(form);
                    choices.prepare(form, at(form, user), user, locale);
                    return details(form, user, locale, model);
                },
                () -> chooser(form, user, locale, model));
    }

    @PostMapping
    @Allowed({Role.ADMIN, Role.PROVINCE_OFFICER, Role.WARD_OFFICER})
    String draft(
            @ModelAttribute("form") ChangeForm form,
            BindingResult errors,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        UnitView at = at(form, user);
        UnitLevel level = choices.levelUnder(at);
        return FormRules.answer(
                errors,
                response,
                () -> {
                    choices.requireEnough(form);
                    long id = reforms.draft(
                            form.plan(level, at.id(), code -> choices.require(code, form)),
                            form.getDecree(),
                            form.getDecreeDate(),
                            form.getNote(),
                            user);
                    flash.addFlashAttribute("flash", messages.getMessage("units.change.drafted", null, locale));
                    return "redirect:/units/changes/" + id;
                },
                () -> details(form, user, locale, model));
    }

    private String chooser(ChangeForm form, CurrentUser user, Locale locale, Model model) {
        model.addAttribute("steps", choices.steps(locale));
        model.addAttribute("places", choices.places(user));
        if (!form.getAt().isBlank()) {
            UnitView at = at(form, user);
            model.addAttribute("place", at);
            model.addAttribute("candidates", choices.candidates(at));
            model.addAttribute("kinds", choices.kinds(choices.levelUnder(at), user, locale));
        }
        return "units/change-new";
    }

    private String details(ChangeForm form, CurrentUser user, Locale locale, Model model) {
        UnitView at = at(form, user);
        UnitLevel level = choices.levelUnder(at);
        List<UnitView> chosen = choices.chosen(form);
        chosen.forEach(unit -> guard.require(user.scope(), Data.FIGURES, unit.id()));
        model.addAttribute("steps", choices.steps(locale));
        model.addAttribute("place", at);
        model.addAttribute("village", level == UnitLevel.VILLAGE);
        model.addAttribute("chosen", chosen);
        model.addAttribute("intos", choices.intos(form, at, chosen, user, locale));
        model.addAttribute("kinds", choices.unitKinds(level, locale));
        model.addAttribute("partChoices", choices.partChoices(form, locale));
        return "units/change-details";
    }

    private UnitView at(ChangeForm form, CurrentUser user) {
        UnitView at = units.require(form.getAt(), Days.today(clock));
        guard.require(user.scope(), Data.FIGURES, at.id());
        if (at.level() != UnitLevel.COMMUNE && at.level() != UnitLevel.PROVINCE) {
            throw new OutOfScope("unit", at.code());
        }
        return at;
    }
}
