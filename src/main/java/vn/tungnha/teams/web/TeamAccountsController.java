package vn.tungnha.teams.web;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.LoginCards;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.login.CardsInHand;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Vn;
import vn.tungnha.teams.MemberWithoutAccount;
import vn.tungnha.teams.MembersWithoutAccount;

/** Accounts for a whole ward's members at once, with a card for each. */
@Controller
@RequestMapping("/teams/accounts")
@Allowed({Role.ADMIN, Role.WARD_OFFICER})
@RequiredArgsConstructor
class TeamAccountsController {

    private static final int PAGE = 100;

    private final MembersWithoutAccount waiting;
    private final MemberAccounts accounts;
    private final TeamWords words;

    /** One member who waits, in finished words. */
    record Line(
            UUID id, String name, String role, String team, long teamId, String phone, String note, boolean possible) {}

    @GetMapping
    String list(
            @RequestParam(defaultValue = "false") boolean leaders,
            @RequestParam(defaultValue = "0") int p,
            CurrentUser user,
            Locale locale,
            Model model) {
        PageOf<MemberWithoutAccount> page = waiting.list(leaders, user, new Paging(p, PAGE));
        Vn vn = Vn.in(locale);
        model.addAttribute("leaders", leaders);
        model.addAttribute("total", vn.number(page.total()));
        model.addAttribute("most", vn.number(Math.min(page.total(), LoginCards.MOST)));
        model.addAttribute("more", page.total() > page.items().size());
        model.addAttribute(
                "rows",
                page.items().stream().map(member -> line(member, locale)).toList());
        model.addAttribute("pages", Pages.of(page, "/teams/accounts" + (leaders ? "?leaders=true" : ""), vn));
        return "teams/accounts";
    }

    @PostMapping
    String open(
            @RequestParam(defaultValue = "") List<UUID> members,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "false") boolean leaders,
            CurrentUser user,
            Locale locale,
            HttpSession session,
            RedirectAttributes flash) {
        List<UUID> chosen = all
                ? waiting.list(leaders, user, new Paging(0, LoginCards.MOST)).items().stream()
                        .map(MemberWithoutAccount::id)
                        .toList()
                : members;
        MemberAccounts.Outcome outcome = accounts.openAll(chosen, user, locale);
        if (!outcome.leftOut().isEmpty() || outcome.cards().isEmpty()) {
            flash.addFlashAttribute("flashBad", true);
            flash.addFlashAttribute(
                    "flash",
                    outcome.leftOut().isEmpty()
                            ? words.say(locale, "teams.accounts.nobody")
                            : words.say(locale, "teams.accounts.left-out", String.join(", ", outcome.leftOut())));
        }
        if (outcome.cards().isEmpty()) {
            return "redirect:/teams/accounts" + (leaders ? "?leaders=true" : "");
        }
        CardsInHand.put(session, outcome.cards());
        return "redirect:/accounts/cards";
    }

    private Line line(MemberWithoutAccount member, Locale locale) {
        String note = member.phoneTaken()
                ? words.say(locale, "teams.accounts.taken")
                : member.phone() == null ? words.say(locale, "teams.accounts.no-phone") : "";
        return new Line(
                member.id(),
                member.name(),
                words.role(member.role(), locale),
                member.teamName(),
                member.teamId(),
                member.phone() == null ? Vn.NONE : member.phone(),
                note,
                !member.phoneTaken());
    }
}
