package vn.tungnha.households.web;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.households.Presences;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.RuleBroken;

/** "Có thể đã có ở phường khác": the question, and the one tap that answers it. */
@Controller
@RequiredArgsConstructor
class PresenceController {

    private final Presences presences;
    private final HouseholdWords words;

    @PostMapping("/residents/{id}/elsewhere")
    @Allowed(value = Role.WARD_OFFICER, place = "resident:id", data = Data.PEOPLE)
    String ask(@PathVariable UUID id, CurrentUser user, Locale locale, RedirectAttributes flash) {
        try {
            boolean found = presences.ask(id, user);
            flash.addFlashAttribute(
                    "flash", words.say(locale, found ? "doubles.elsewhere.asked" : "doubles.elsewhere.none"));
        } catch (RuleBroken enough) {
            flash.addFlashAttribute("flash", words.say(locale, enough.getKey(), FormRules.arguments(enough)));
            flash.addFlashAttribute("flashBad", true);
        }
        return "redirect:/residents/" + id + "/alike";
    }

    @PostMapping("/duplicates/questions/{id}/answer")
    @Allowed(value = Role.WARD_OFFICER, data = Data.PEOPLE)
    String answer(
            @PathVariable UUID id,
            @RequestParam Presences.Answer answer,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        try {
            presences.answer(id, answer, day, user);
            flash.addFlashAttribute("flash", words.say(locale, "doubles.answered." + answer));
        } catch (RuleBroken broken) {
            flash.addFlashAttribute("flash", words.say(locale, broken.getKey(), FormRules.arguments(broken)));
            flash.addFlashAttribute("flashBad", true);
        }
        return "redirect:/duplicates?show=questions";
    }
}
