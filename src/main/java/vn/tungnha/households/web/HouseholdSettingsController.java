package vn.tungnha.households.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.households.Households;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** What a ward lets its forms ask of people. */
@Controller
@RequestMapping("/households/settings")
@Allowed(Role.WARD_OFFICER)
@RequiredArgsConstructor
class HouseholdSettingsController {

    private final Households households;
    private final Units units;
    private final HouseholdWords words;
    private final Clock clock;

    record Ward(long id, String name, boolean on) {}

    @GetMapping
    String show(CurrentUser user, Model model) {
        model.addAttribute(
                "wards",
                wards(user).stream()
                        .map(ward -> new Ward(ward.id(), ward.fullName(), households.wardAsksCitizenNumbers(ward.id())))
                        .toList());
        return "households/settings";
    }

    @PostMapping
    String save(
            @RequestParam long ward,
            @RequestParam(defaultValue = "false") boolean citizenNumbers,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        if (wards(user).stream().noneMatch(own -> own.id() == ward)) {
            throw new OutOfScope("unit", ward);
        }
        households.askCitizenNumbers(ward, citizenNumbers);
        String key = citizenNumbers ? "households.settings.on" : "households.settings.off";
        flash.addFlashAttribute("flash", words.say(locale, key));
        return "redirect:/households/settings";
    }

    private List<UnitView> wards(CurrentUser user) {
        return units.all(user.scope().roots(Data.PEOPLE), Days.today(clock)).values().stream()
                .filter(unit -> unit.level() == UnitLevel.COMMUNE)
                .toList();
    }
}
