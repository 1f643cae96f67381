package vn.tungnha.door.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.door.PhoneConsents;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.teams.Teams;

/** A member agrees to have his or her telephone shown, or no longer does. */
@Controller
@RequestMapping("/members/{id}/public-phone")
@Allowed(
        value = {Role.WARD_OFFICER, Role.WARD_LEADER, Role.ADMIN},
        place = "member:id")
@RequiredArgsConstructor
class ConsentController {

    private final PhoneConsents consents;
    private final Teams teams;
    private final MessageSource messages;
    private final Clock clock;

    @PostMapping
    String agree(
            @PathVariable UUID id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            @RequestParam(defaultValue = "SPOKEN") String how,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        DoorWords words = new DoorWords(messages, locale);
        try {
            consents.agree(id, day == null ? Days.today(clock) : day, how, user);
            flash.addFlashAttribute("flash", words.say("door.consent.noted"));
        } catch (RuleBroken broken) {
            flash.addFlashAttribute("flash", words.why(broken));
            flash.addFlashAttribute("flashBad", true);
        }
        return "redirect:/teams/" + teams.member(id, user).teamId();
    }

    @PostMapping("/removal")
    String takeBack(@PathVariable UUID id, CurrentUser user, Locale locale, RedirectAttributes flash) {
        consents.takeBack(id, user);
        flash.addFlashAttribute("flash", new DoorWords(messages, locale).say("door.consent.removed"));
        return "redirect:/teams/" + teams.member(id, user).teamId();
    }
}
