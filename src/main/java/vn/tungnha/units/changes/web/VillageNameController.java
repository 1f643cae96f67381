package vn.tungnha.units.changes.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.Stale;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;
import vn.tungnha.units.changes.UnitReforms;

/** The short way to another name for one village: proposed at once, and approved by a second person like every change. */
@Controller
@RequestMapping("/units/{code}/name")
@Allowed(
        value = {Role.WARD_OFFICER, Role.ADMIN},
        place = "unit:code")
@RequiredArgsConstructor
class VillageNameController {

    private final Units units;
    private final UnitReforms reforms;
    private final ChangeChoices choices;
    private final MessageSource messages;
    private final Clock clock;

    @GetMapping
    String renaming(@PathVariable String code, Locale locale, Model model) {
        model.addAttribute("form", VillageNameForm.of(village(code), Days.today(clock)));
        return page(code, locale, model);
    }

    @PostMapping
    String rename(
            @PathVariable String code,
            @ModelAttribute("form") VillageNameForm form,
            BindingResult errors,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        UnitView village = village(code);
        return FormRules.answer(
                errors,
                response,
                () -> {
                    if (form.getVersion() != null && !form.getVersion().equals(village.name())) {
                        throw new Stale("unit", village.code());
                    }
                    long change = reforms.draft(form.plan(village, Days.today(clock)), "", null, "", user);
                    reforms.propose(change, 0, user);
                    flash.addFlashAttribute("flash", messages.getMessage("units.change.done.proposed", null, locale));
                    return "redirect:/units/changes/" + change;
                },
                () -> page(code, locale, model));
    }

    private String page(String code, Locale locale, Model model) {
        model.addAttribute("unit", village(code));
        model.addAttribute("kinds", choices.unitKinds(UnitLevel.VILLAGE, locale));
        return "units/village-name";
    }

    private UnitView village(String code) {
        LocalDate today = Days.today(clock);
        return units.require(code, today);
    }
}
