package vn.tungnha.teams.web;

import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TemporaryPassword;
import vn.tungnha.identity.login.LoginName;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.teams.MemberView;
import vn.tungnha.teams.Teams;

/** Opens the account of a member; the first password is shown once. */
@Controller
@RequiredArgsConstructor
class MemberAccountsController {

    private final MemberAccounts accounts;
    private final Teams teams;
    private final TeamWords words;

    /** What to hand to the member; shown once. */
    record Handover(String name, String username, String password) {}

    @PostMapping("/members/{id}/account")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.ADMIN},
            place = "member:id")
    String open(@PathVariable UUID id, CurrentUser user, Locale locale, RedirectAttributes flash) {
        MemberView member = teams.member(id, user);
        try {
            TemporaryPassword made = accounts.open(id, user, locale);
            flash.addFlashAttribute(
                    "temporary",
                    new Handover(member.name(), LoginName.spokenIfNumber(made.username()), made.password()));
        } catch (RuleBroken broken) {
            flash.addFlashAttribute("flash", words.say(locale, broken.getKey(), FormRules.arguments(broken)));
            flash.addFlashAttribute("flashBad", true);
        }
        return "redirect:/teams/" + member.teamId();
    }
}
