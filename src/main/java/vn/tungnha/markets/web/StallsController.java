package vn.tungnha.markets.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.markets.StallView;
import vn.tungnha.markets.Stalls;
import vn.tungnha.markets.WayToken;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.RuleBroken;

/** The stalls of a market, and one of them: who trades there, what it has since when. */
@Controller
@RequiredArgsConstructor
class StallsController {

    private final Stalls stalls;
    private final StallsListing listing;
    private final StallPages pages;
    private final StallForms forms;
    private final MessageSource messages;

    @GetMapping("/markets/{id}/stalls")
    @Readers(place = "market:id")
    String list(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String line,
            @RequestParam(required = false) Stalls.@Nullable Show show,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "0") int p,
            CurrentUser user,
            Locale locale,
            Model model) {
        model.addAttribute("page", listing.page(id, StallsListing.Filter.of(line, show, q, p), user, locale));
        return "markets/stalls";
    }

    @GetMapping("/markets/{id}/stalls/new")
    @Keepers(place = "market:id")
    String blank(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String line,
            CurrentUser user,
            Locale locale,
            Model model) {
        model.addAttribute("form", StallForm.blank(line));
        return forms.show(id, null, user, locale, model);
    }

    @PostMapping("/markets/{id}/stalls")
    @Keepers(place = "market:id")
    String add(
            @PathVariable("id") UUID market,
            @ModelAttribute("form") StallForm form,
            BindingResult errors,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        UUID id = form.id() == null || form.id().equals(market) ? UUID.randomUUID() : form.id();
        return FormRules.answer(
                errors,
                response,
                () -> {
                    stalls.add(id, market, form.command(), user);
                    return said("markets.stall.added", id, user, locale, flash);
                },
                () -> forms.show(market, null, user, locale, model));
    }

    @GetMapping("/stalls/{id}")
    @Readers(place = "stall:id")
    String show(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        model.addAttribute("page", pages.page(id, user, locale));
        return "markets/stall";
    }

    /** The whole number, for whoever has to call; the trail tells who read it. */
    @PostMapping("/stalls/{id}/phone")
    @Readers(place = "stall:id")
    String phone(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        model.addAttribute("phone", stalls.phone(id, user).orElse(null));
        return show(id, user, locale, model);
    }

    @GetMapping("/stalls/{id}/edit")
    @Keepers(place = "stall:id")
    String edit(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        StallView stall = stalls.get(id, user);
        model.addAttribute("form", StallForm.of(stall));
        return forms.show(stall.marketId(), stall, user, locale, model);
    }

    @PostMapping("/stalls/{id}")
    @Keepers(place = "stall:id")
    String save(
            @PathVariable UUID id,
            @ModelAttribute("form") StallForm form,
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
                    stalls.edit(id, FormRules.seen(form.version()), form.command(), user);
                    return said("markets.stall.saved", id, user, locale, flash);
                },
                () -> {
                    StallView stall = stalls.get(id, user);
                    return forms.show(stall.marketId(), stall, user, locale, model);
                });
    }

    @PostMapping("/stalls/{id}/ways")
    @Keepers(place = "stall:id")
    String ways(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable List<String> ways,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        Set<WayToken> told = tokens(ways);
        try {
            stalls.put(id, told, day, user);
            return said("markets.stall.saved", id, user, locale, flash);
        } catch (RuleBroken broken) {
            response.setStatus(422);
            model.addAttribute("problem", new MarketWords(messages, locale).why(broken));
            model.addAttribute("day", day);
            model.addAttribute("page", pages.page(stalls.get(id, user), told, user, locale));
            return "markets/stall";
        }
    }

    @PostMapping("/stalls/{id}/closing")
    @Keepers(place = "stall:id")
    String close(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") int version,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        stalls.close(id, version, user);
        return said("markets.stall.closed", id, user, locale, flash);
    }

    @PostMapping("/stalls/{id}/reopening")
    @Keepers(place = "stall:id")
    String reopen(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") int version,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        stalls.reopen(id, version, user);
        return said("markets.stall.reopened", id, user, locale, flash);
    }

    static Set<WayToken> tokens(@Nullable List<String> ways) {
        return ways == null
                ? Set.of()
                : ways.stream().map(WayToken::of).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String said(String key, UUID id, CurrentUser user, Locale locale, RedirectAttributes flash) {
        StallView stall = stalls.get(id, user);
        flash.addFlashAttribute("flash", new MarketWords(messages, locale).say(key, stall.name()));
        return StallForms.onPhone(user) ? "redirect:/field/stalls/" + id : "redirect:/stalls/" + id;
    }
}
