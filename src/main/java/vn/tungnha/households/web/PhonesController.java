package vn.tungnha.households.web;

import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.households.Households;
import vn.tungnha.households.ResidentView;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;

/** Shows one whole phone number to somebody who has to call; a POST, because it is written down who asked. */
@Controller
@RequiredArgsConstructor
class PhonesController {

    private final Households households;
    private final HouseholdWords words;

    @PostMapping(value = "/residents/{id}/phone", headers = "HX-Request")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.WARD_LEADER, Role.TEAM_LEADER, Role.TEAM_MEMBER, Role.ADMIN},
            place = "resident:id",
            data = Data.PEOPLE)
    String inPlace(@PathVariable UUID id, CurrentUser user, Model model) {
        model.addAttribute("phone", HouseholdWords.spoken(households.revealPhone(id, user)));
        return "households/phone :: phone";
    }

    @PostMapping("/residents/{id}/phone")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.WARD_LEADER, Role.TEAM_LEADER, Role.TEAM_MEMBER, Role.ADMIN},
            place = "resident:id",
            data = Data.PEOPLE)
    String afterwards(@PathVariable UUID id, CurrentUser user, Locale locale, RedirectAttributes flash) {
        ResidentView resident = households.resident(id, user);
        String phone = HouseholdWords.spoken(households.revealPhone(id, user));
        flash.addFlashAttribute("flash", words.say(locale, "households.phone.is", words.name(resident, locale), phone));
        return "redirect:/households/" + resident.householdId();
    }
}
