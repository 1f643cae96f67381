package vn.tungnha.units.changes.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
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
import vn.tungnha.shared.FormRules;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.changes.ChangePlan.Kind;
import vn.tungnha.units.changes.UnitReforms;

/** First steps of the wizard: which units, and what is to become of them. */
@Controller
@RequestMapping("/units/changes")
@RequiredArgsConstructor
class ChangeDraftController {

    /** Buttons of the form of a split that only bring the form again. */
    enum Step {
        MORE,
        SHOW,
        PLACE,
        FILL
    }

    private static final int MOST_ROWS = 5000;

    private final UnitReforms reforms;
    private final ChangeChoices choices;
    private final ChangePlaces places;
    private final Successors successors;
    private final Goings goings;
    private final ScopeGuard guard;
    private final MessageSource messages;

    /** A ward may have more villages than forms usually have rows. */
    @InitBinder("form")
    void admitAllRows(WebDataBinder binder) {
        binder.setAutoGrowCollectionLimit(MOST_ROWS);
    }

    @GetMapping("/new")
    @Allowed({Role.ADMIN, Role.PROVINCE_OFFICER, Role.WARD_OFFICER})
    String choose(@RequestParam(defaultValue = "") String at, CurrentUser user, Locale locale, Model model) {
        ChangeForm form = new ChangeForm();
        form.setAt(at.isBlank() ? places.onlyPlace(user, locale) : at);
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
                    choices.requireEnough(
                            form, places.place(form.getAt(), user, locale).level());
                    choices.prepare(form);
                    return details(form, user, locale, model);
                },
                () -> chooser(form, user, locale, model));
    }

    @PostMapping
    @Allowed({Role.ADMIN, Role.PROVINCE_OFFICER, Role.WARD_OFFICER})
    String draft(
            @ModelAttribute("form") ChangeForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable Step step,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        ChangePlace at = places.place(form.getAt(), user, locale);
        if (step != null && !form.getUnit().isEmpty()) {
            return FormRules.answer(
                    errors,
                    response,
                    () -> {
                        take(step, form, user, locale);
                        return details(form, user, locale, model);
                    },
                    () -> details(form, user, locale, model));
        }
        return FormRules.answer(
                errors,
                response,
                () -> {
                    choices.requireEnough(form, at.level());
                    long id = reforms.draft(
                            new TypedPlan(form, at.level(), at.parent(), code -> choices.require(code, form)).plan(),
                            form.getDecree(),
                            form.getDecreeDate(),
                            form.getNote(),
                            user);
                    flash.addFlashAttribute("flash", messages.getMessage("units.change.drafted", null, locale));
                    return "redirect:/units/changes/" + id;
                },
                () -> form.getUnit().isEmpty()
                        ? chooser(form, user, locale, model)
                        : details(form, user, locale, model));
    }

    /** Nothing is stored by it. */
    private void take(Step step, ChangeForm form, CurrentUser user, Locale locale) {
        UnitView unit = choices.chosen(form).get(0);
        guard.require(user.scope(), Data.FIGURES, unit.id());
        goings.show(form, unit, user, locale);
        switch (step) {
            case MORE -> choices.more(form, unit, form.getParts().size() + 1);
            case PLACE -> goings.place(form);
            case FILL -> goings.fill(form);
            case SHOW -> form.setTick(new ArrayList<>());
        }
    }

    private String chooser(ChangeForm form, CurrentUser user, Locale locale, Model model) {
        model.addAttribute("steps", choices.steps(locale));
        model.addAttribute("places", places.all(user, locale));
        if (!form.getAt().isBlank()) {
            ChangePlace at = places.place(form.getAt(), user, locale);
            model.addAttribute("place", at);
            model.addAttribute("candidates", places.candidates(at));
            model.addAttribute("kinds", choices.kinds(at.level(), user, locale));
        }
        return "units/change-new";
    }

    private String details(ChangeForm form, CurrentUser user, Locale locale, Model model) {
        ChangePlace at = places.place(form.getAt(), user, locale);
        List<UnitView> chosen = choices.chosen(form);
        chosen.forEach(unit -> guard.require(user.scope(), Data.FIGURES, unit.id()));
        if (form.getKind() == Kind.SPLIT) {
            goings.show(form, chosen.get(0), user, locale);
            model.addAttribute("counts", goings.counts(form, locale));
            model.addAttribute(
                    "shown",
                    form.getGoings().stream().filter(ChangeForm.Going::isShown).count());
        }
        model.addAttribute("steps", choices.steps(locale));
        model.addAttribute("place", at);
        model.addAttribute("village", at.village());
        model.addAttribute("level", at.level().name());
        model.addAttribute("chosen", chosen);
        model.addAttribute("intos", successors.of(form, at, chosen, user, locale));
        model.addAttribute("kinds", choices.unitKinds(at.level(), locale));
        model.addAttribute("partChoices", choices.partChoices(form, locale));
        model.addAttribute("more", form.getParts().size() < ChangeForm.MOST_PARTS);
        return "units/change-details";
    }
}
