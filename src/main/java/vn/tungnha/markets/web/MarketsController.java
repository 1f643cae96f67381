package vn.tungnha.markets.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.markets.MarketTerms;
import vn.tungnha.markets.MarketView;
import vn.tungnha.markets.Markets;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.FormRules;

/** The register of markets and streets, and how far each is without cash. */
@Controller
@RequestMapping("/markets")
@RequiredArgsConstructor
class MarketsController {

    private final Markets markets;
    private final MarketTerms terms;
    private final MarketsListing listing;
    private final MarketPages pages;
    private final MarketVillages villages;
    private final MessageSource messages;
    private final Clock clock;

    @GetMapping
    @Allowed
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "0") int p,
            CurrentUser user,
            Locale locale,
            Model model) {
        model.addAttribute("page", listing.page(q == null || q.isBlank() ? null : q.strip(), p, user, locale));
        model.addAttribute("runs", user.has(Role.WARD_OFFICER, Role.WARD_LEADER));
        return "markets/list";
    }

    @GetMapping("/new")
    @Wardens
    String blank(CurrentUser user, Locale locale, Model model) {
        model.addAttribute("form", MarketForm.blank(Days.today(clock)));
        return form(null, user, locale, model);
    }

    @PostMapping
    @Wardens
    String add(
            @ModelAttribute("form") MarketForm form,
            BindingResult errors,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        UUID id = form.id() == null ? UUID.randomUUID() : form.id();
        return FormRules.answer(
                errors,
                response,
                () -> {
                    markets.add(id, form.command(), user);
                    return said("markets.added", id, locale, flash);
                },
                () -> form(null, user, locale, model));
    }

    @GetMapping("/{id}")
    @Allowed(place = "market:id")
    String show(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        model.addAttribute("page", pages.page(id, user, locale));
        return "markets/show";
    }

    @GetMapping("/{id}/edit")
    @Wardens(place = "market:id")
    String edit(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        MarketView market = markets.get(id);
        model.addAttribute("form", MarketForm.of(market));
        return form(market, user, locale, model);
    }

    @PostMapping("/{id}")
    @Wardens(place = "market:id")
    String save(
            @PathVariable UUID id,
            @ModelAttribute("form") MarketForm form,
            BindingResult errors,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return FormRules.answer(
                errors,
                response,
                () -> {
                    markets.edit(id, FormRules.seen(form.version()), form.command(), user);
                    return said("markets.saved", id, locale, flash);
                },
                () -> form(markets.get(id), user, locale, model));
    }

    @PostMapping("/{id}/closing")
    @Wardens(place = "market:id")
    String close(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") int version,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        markets.close(id, version, user);
        return said("markets.closed", id, locale, flash);
    }

    @PostMapping("/{id}/reopening")
    @Wardens(place = "market:id")
    String reopen(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") int version,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        markets.reopen(id, version, user);
        return said("markets.reopened", id, locale, flash);
    }

    private String form(@Nullable MarketView market, CurrentUser user, Locale locale, Model model) {
        model.addAttribute("market", market);
        model.addAttribute("villages", villages.choices(user));
        model.addAttribute(
                "noVillage", List.of(new Choice("", new MarketWords(messages, locale).say("markets.village.choose"))));
        model.addAttribute(
                "kinds",
                terms.all(MarketTerms.Part.KIND).stream()
                        .filter(kind -> kind.enabled()
                                || (market != null && market.kind().equals(kind.code())))
                        .map(kind -> new Choice(kind.code(), kind.name(locale)))
                        .toList());
        return "markets/form";
    }

    private String said(String key, UUID id, Locale locale, RedirectAttributes flash) {
        flash.addFlashAttribute(
                "flash",
                new MarketWords(messages, locale).say(key, markets.get(id).name()));
        return "redirect:/markets/" + id;
    }
}
