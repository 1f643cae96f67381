package vn.tungnha.visits.web;

import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.visits.VisitLog;
import vn.tungnha.visits.VisitView;
import vn.tungnha.visits.Withdrawals;

/** Thinking better of a withdrawal. */
@Controller
@RequiredArgsConstructor
class WithdrawalController {

    private final Withdrawals withdrawals;
    private final VisitLog log;
    private final MessageSource messages;

    @PostMapping("/field/visits/{id}/withdrawal/undo")
    @Allowed(
            value = {Role.TEAM_LEADER, Role.TEAM_MEMBER, Role.WARD_OFFICER},
            place = "visit:id",
            data = Data.PEOPLE)
    String undo(@PathVariable UUID id, CurrentUser user, Locale locale, RedirectAttributes after) {
        Words words = new Words(messages, locale);
        withdrawals.undo(id, words.say("visits.restored.reason"), user);
        VisitView visit = log.get(id, user);
        after.addFlashAttribute(
                "flash", words.say("visits.restored", Words.shortAddress(visit.alley(), visit.number())));
        return "redirect:/field/visits/" + id;
    }
}
