package vn.tungnha.visits.web;

import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.visits.Catalogue;
import vn.tungnha.visits.Homes;
import vn.tungnha.visits.Skips;

/** Leaving a household for another day, and thinking better of it. */
@Controller
@RequestMapping("/field/skips")
@Allowed({Role.TEAM_LEADER, Role.TEAM_MEMBER})
@RequiredArgsConstructor
class SkipController {

    private final FieldTeams teams;
    private final Skips skips;
    private final Homes homes;
    private final Catalogue catalogue;
    private final MessageSource messages;

    @PostMapping
    String skip(
            @RequestParam UUID household,
            @RequestParam String reason,
            CurrentUser user,
            HttpSession session,
            Locale locale,
            RedirectAttributes after) {
        skips.skip(teams.choose(null, user, session).team().id(), household, reason, user);
        Words words = new Words(messages, locale);
        Undo.offer(
                after,
                words.say("visits.skipped", address(household, user), WorkLine.skipReason(reason, catalogue, words)),
                "/field/skips/" + household + "/undo");
        return "redirect:/field";
    }

    @PostMapping("/{household}/undo")
    String undo(
            @PathVariable UUID household,
            CurrentUser user,
            HttpSession session,
            Locale locale,
            RedirectAttributes after) {
        skips.undo(teams.choose(null, user, session).team().id(), household, user);
        after.addFlashAttribute(
                "flash", new Words(messages, locale).say("visits.skip.undone", address(household, user)));
        return "redirect:/field";
    }

    private String address(UUID household, CurrentUser user) {
        Homes.Home home = homes.get(household, user);
        return Words.shortAddress(home.alley(), home.number());
    }
}
