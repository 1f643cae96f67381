package vn.tungnha.door.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
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
import vn.tungnha.door.PublicWards;
import vn.tungnha.door.WardContacts;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.NotFound;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** What a ward tells its people of itself, and how much its inbox takes a day. */
@Controller
@RequestMapping("/requests/contact")
@Allowed(
        value = {Role.WARD_OFFICER, Role.WARD_LEADER, Role.ADMIN},
        place = "unit:unit")
@RequiredArgsConstructor
class WardContactController {

    private final WardContacts contacts;
    private final PublicWards wards;
    private final Units units;
    private final MessageSource messages;
    private final Clock clock;

    /** @param unit code of the ward; one's own where there is only one */
    @GetMapping
    String show(@RequestParam(required = false) @Nullable String unit, CurrentUser user, Model model) {
        UnitView ward = ward(unit, user);
        model.addAttribute("form", WardContactForm.of(contacts.of(ward.id())));
        model.addAttribute("ward", ward);
        return "door/contact";
    }

    @PostMapping
    String save(
            @RequestParam(required = false) @Nullable String unit,
            @ModelAttribute("form") WardContactForm form,
            BindingResult errors,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        UnitView ward = ward(unit, user);
        model.addAttribute("ward", ward);
        return FormRules.answer(
                errors,
                response,
                () -> {
                    contacts.write(ward.id(), form.contact(), user);
                    flash.addFlashAttribute("flash", new DoorWords(messages, locale).say("door.done.saved"));
                    return "redirect:/requests";
                },
                () -> "door/contact");
    }

    private UnitView ward(@Nullable String unit, CurrentUser user) {
        if (unit != null && !unit.isBlank()) {
            return wards.require(unit);
        }
        return user.scope().roots(Data.PEOPLE).stream()
                .map(root -> units.get(root, Days.today(clock)))
                .filter(root -> root.level() == UnitLevel.COMMUNE)
                .findFirst()
                .orElseThrow(() -> new NotFound("ward", "own"));
    }
}
