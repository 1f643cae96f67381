package vn.tungnha.visits.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.visits.Card;
import vn.tungnha.visits.Cards;

/** Picture cards to hand over on the phone. They say nothing of anybody. */
@Controller
@RequestMapping("/field/cards")
@Allowed
@RequiredArgsConstructor
class CardController {

    private final Cards cards;

    @GetMapping
    String all(@RequestParam(required = false) @Nullable UUID household, CurrentUser user, Locale locale, Model model) {
        String home = user.has(Role.TEAM_LEADER, Role.TEAM_MEMBER) ? "/field" : "/";
        model.addAttribute(
                "cards",
                cards.all().stream().map(card -> CardPage.of(card, locale)).toList());
        model.addAttribute("back", household == null ? home : "/field/households/" + household);
        model.addAttribute("household", household);
        return "visits/field/cards";
    }

    @GetMapping("/{code}")
    String one(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable UUID household,
            Locale locale,
            Model model) {
        CardPage card = CardPage.of(cards.get(code), locale);
        model.addAttribute("title", card.title());
        model.addAttribute("cards", List.of(card));
        model.addAttribute("back", household == null ? "/field/cards" : "/field/cards?household=" + household);
        return "visits/field/card";
    }

    /** @param picture of the first step, for the list */
    record CardPage(String code, String title, String lead, String picture, List<StepPart> steps) {

        static CardPage of(Card card, Locale locale) {
            return new CardPage(
                    card.code(),
                    card.title(locale),
                    card.lead(locale),
                    card.steps().get(0).picture(),
                    card.steps().stream()
                            .map(step -> new StepPart(step.picture(), step.text(locale)))
                            .toList());
        }
    }

    record StepPart(String picture, String text) {}
}
