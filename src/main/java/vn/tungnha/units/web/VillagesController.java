package vn.tungnha.units.web;

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
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.FormRules;
import vn.tungnha.units.UnitKinds;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitRegister;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** The ward names its own villages and residential groups. */
@Controller
@RequestMapping("/units/{code}")
@RequiredArgsConstructor
class VillagesController {

    private final Units units;
    private final UnitKinds kinds;
    private final UnitRegister register;
    private final MessageSource messages;
    private final Clock clock;

    @GetMapping("/villages/new")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.ADMIN},
            place = "unit:code")
    String adding(@PathVariable String code, Locale locale, Model model) {
        VillageForm form = new VillageForm();
        form.setFrom(Days.today(clock));
        model.addAttribute("form", form);
        return page("units/village-new", code, locale, model);
    }

    @PostMapping("/villages")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.ADMIN},
            place = "unit:code")
    String add(
            @PathVariable String code,
            @ModelAttribute("form") VillageForm form,
            BindingResult errors,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        UnitView commune = today(code);
        return FormRules.answer(
                errors,
                response,
                () -> {
                    long id = register.createVillage(form.creating(commune.id(), Days.today(clock)));
                    String name = units.get(id, Days.FOREVER).fullName();
                    flash.addFlashAttribute(
                            "flash", messages.getMessage("units.village.added", new Object[] {name}, locale));
                    return "redirect:/units/" + commune.code();
                },
                () -> page("units/village-new", code, locale, model));
    }

    private String page(String template, String code, Locale locale, Model model) {
        UnitView unit = today(code);
        boolean english = "en".equals(locale.getLanguage());
        model.addAttribute("unit", unit);
        model.addAttribute(
                "kinds",
                kinds.of(UnitLevel.VILLAGE).stream()
                        .map(kind -> new Choice(kind.code(), english ? kind.nameEn() : kind.name()))
                        .toList());
        return template;
    }

    private UnitView today(String code) {
        LocalDate today = Days.today(clock);
        return units.require(code, today);
    }
}
