package vn.tungnha.visits.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.visits.Card;
import vn.tungnha.visits.Cards;
import vn.tungnha.visits.Catalogue;

/** The picture cards, as administrators keep them. */
@Controller
@RequestMapping("/admin/catalogue/cards")
@Allowed(Role.ADMIN)
@RequiredArgsConstructor
class CardEditController {

    private final Cards cards;
    private final Catalogue catalogue;
    private final MessageSource messages;

    @GetMapping("/new")
    String fresh(CurrentUser user, Locale locale, Model model) {
        int last = cards.all(user).stream().mapToInt(Card::position).max().orElse(0);
        return form(CardForm.fresh(last + 1), true, null, locale, model);
    }

    @GetMapping("/{code}")
    String edit(@PathVariable String code, CurrentUser user, Locale locale, Model model) {
        return form(CardForm.of(cards.get(code, user)), false, null, locale, model);
    }

    @PostMapping
    String add(
            @RequestParam MultiValueMap<String, String> sent,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        CardForm form = CardForm.sent(sent, CardForm.text(sent, "code"));
        try {
            cards.add(form.card(), user);
            return saved(form.card(), locale, after);
        } catch (RuleBroken broken) {
            response.setStatus(422);
            return form(form, true, broken, locale, model);
        }
    }

    @PostMapping("/{code}")
    String save(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> sent,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        CardForm form = CardForm.sent(sent, code);
        try {
            cards.edit(form.card(), user);
            return saved(form.card(), locale, after);
        } catch (RuleBroken broken) {
            response.setStatus(422);
            return form(form, false, broken, locale, model);
        }
    }

    private String saved(Card card, Locale locale, RedirectAttributes after) {
        after.addFlashAttribute("flash", new Words(messages, locale).say("visits.catalogue.saved", card.title(locale)));
        return "redirect:/admin/catalogue#cards";
    }

    private String form(CardForm form, boolean fresh, @Nullable RuleBroken broken, Locale locale, Model model) {
        Words words = new Words(messages, locale);
        model.addAttribute("form", form);
        model.addAttribute("fresh", fresh);
        model.addAttribute("action", "/admin/catalogue/cards" + (fresh ? "" : "/" + form.code()));
        model.addAttribute("pictures", Cards.PICTURES);
        model.addAttribute(
                "reasons",
                catalogue.failureReasons().stream()
                        .map(one -> new Choice(one.code(), one.name(locale)))
                        .toList());
        model.addAttribute("problem", broken == null ? null : words.why(broken));
        model.addAttribute("problemAt", broken == null || broken.getField() == null ? "titleVi" : broken.getField());
        return "visits/card-form";
    }
}
