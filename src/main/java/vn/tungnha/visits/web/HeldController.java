package vn.tungnha.visits.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.visits.Catalogue;
import vn.tungnha.visits.Decision;
import vn.tungnha.visits.Inbox;
import vn.tungnha.visits.Verdicts;

/** What a phone told and nobody could book: the ward says where it belongs. */
@Controller
@RequestMapping("/visits/held/{id}")
@RequiredArgsConstructor
class HeldController {

    private final Inbox inbox;
    private final Verdicts verdicts;
    private final Catalogue catalogue;
    private final MessageSource messages;

    @GetMapping
    @Allowed(
            value = {Role.ADMIN, Role.WARD_OFFICER, Role.WARD_LEADER},
            place = "held:id",
            data = Data.PEOPLE)
    String show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String q,
            CurrentUser user,
            Locale locale,
            Model model) {
        return show(id, q, null, user, new Words(messages, locale), model);
    }

    @PostMapping("/decision")
    @Allowed(value = Role.WARD_OFFICER, place = "held:id", data = Data.PEOPLE)
    String decide(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String choice,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable Long team,
            @RequestParam(required = false) @Nullable String village,
            @RequestParam(defaultValue = "") String reason,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        Words words = new Words(messages, locale);
        try {
            Decision decision = decision(choice, version, team, village, reason);
            verdicts.decide(id, decision, user);
            verdicts.followUp(id, user);
            after.addFlashAttribute("flash", words.say("visits.held.done." + decision.kind()));
            after.addFlashAttribute("flashLink", "/visits/held/" + id);
            after.addFlashAttribute("flashLinkText", words.say("visits.undo"));
            return "redirect:/visits?show=ATTENTION";
        } catch (RuleBroken broken) {
            response.setStatus(422);
            model.addAttribute("problem", words.why(broken));
            model.addAttribute("reason", reason);
            model.addAttribute("village", village);
            return show(id, "", choice, user, words, model);
        }
    }

    /** Hoàn tác: it waits again, what had been booked is withdrawn. */
    @PostMapping("/reopening")
    @Allowed(value = Role.WARD_OFFICER, place = "held:id", data = Data.PEOPLE)
    String reopen(@PathVariable UUID id, CurrentUser user, Locale locale, RedirectAttributes after) {
        Words words = new Words(messages, locale);
        verdicts.undo(id, words.say("visits.held.undone.reason"), user);
        after.addFlashAttribute("flash", words.say("visits.held.undone"));
        return "redirect:/visits/held/" + id;
    }

    private String show(UUID id, String q, @Nullable String chosen, CurrentUser user, Words words, Model model) {
        model.addAttribute(
                "page",
                inbox.isDesk(id)
                        ? HeldPage.ofDesk(inbox.desk(id, user), chosen, catalogue, words)
                        : HeldPage.of(inbox.get(id, q, user), chosen, catalogue, words));
        model.addAttribute("q", q);
        model.addAttribute("decides", user.has(Role.WARD_OFFICER));
        return "visits/held";
    }

    private static Decision decision(
            String choice, int version, @Nullable Long team, @Nullable String village, String reason) {
        int colon = choice.indexOf(':');
        String kind = colon < 0 ? choice : choice.substring(0, colon);
        try {
            return new Decision(
                    Decision.Kind.valueOf(kind),
                    version,
                    colon < 0 ? null : UUID.fromString(choice.substring(colon + 1)),
                    team,
                    village,
                    reason);
        } catch (IllegalArgumentException unreadable) {
            throw RuleBroken.at("choice", "visits.held.choose");
        }
    }
}
