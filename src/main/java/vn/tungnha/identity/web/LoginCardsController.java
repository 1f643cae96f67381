package vn.tungnha.identity.web;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.LoginCard;
import vn.tungnha.identity.LoginCards;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.login.CardsInHand;
import vn.tungnha.identity.login.LoginName;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.QrCode;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Vn;

/** Login cards: issued one by one or for all who never came in, printed ten to a sheet. */
@Controller
@RequestMapping("/accounts")
@Allowed({Role.ADMIN, Role.WARD_OFFICER})
@RequiredArgsConstructor
class LoginCardsController {

    private final LoginCards cards;
    private final AccountWords words;

    /** One card on the sheet, in finished words. */
    record Printed(String name, @Nullable String place, String login, String code, QrCode qr, String until) {}

    @GetMapping("/cards")
    String sheet(HttpSession session, Locale locale, Model model) {
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/card")
                .toUriString();
        List<LoginCard> inHand = CardsInHand.of(session);
        model.addAttribute("address", address.replaceFirst("^https?://", ""));
        model.addAttribute("count", Vn.in(locale).number(inHand.size()));
        model.addAttribute(
                "cards",
                inHand.stream().map(card -> printed(card, address, locale)).toList());
        return "identity/cards";
    }

    @PostMapping("/{id}/card")
    String issue(
            @PathVariable UUID id, CurrentUser user, HttpSession session, Locale locale, RedirectAttributes flash) {
        return inHand(List.of(id), "/accounts/" + id, user, session, locale, flash);
    }

    /** @param chosen of the list of accounts; nobody = all who never came in */
    @PostMapping("/cards")
    String issue(
            @RequestParam(name = "row", required = false) @Nullable List<UUID> chosen,
            CurrentUser user,
            HttpSession session,
            Locale locale,
            RedirectAttributes flash) {
        List<UUID> accounts = chosen == null
                ? cards.neverSignedIn(user).stream().limit(LoginCards.MOST).toList()
                : chosen;
        return inHand(accounts, "/accounts", user, session, locale, flash);
    }

    private String inHand(
            List<UUID> accounts,
            String back,
            CurrentUser user,
            HttpSession session,
            Locale locale,
            RedirectAttributes flash) {
        try {
            if (accounts.isEmpty()) {
                throw new RuleBroken("identity.card.nobody");
            }
            CardsInHand.put(session, cards.issue(accounts, user));
            return "redirect:/accounts/cards";
        } catch (RuleBroken broken) {
            flash.addFlashAttribute("flash", words.text(broken.getKey(), locale, FormRules.arguments(broken)));
            flash.addFlashAttribute("flashBad", true);
            return "redirect:" + back;
        }
    }

    private static Printed printed(LoginCard card, String address, Locale locale) {
        return new Printed(
                card.name(),
                card.place(),
                LoginName.spokenIfNumber(card.username()),
                card.code(),
                QrCode.of(address + "/" + card.code().replace("-", "")),
                Vn.in(locale).day(Days.of(card.expiresAt())));
    }
}
