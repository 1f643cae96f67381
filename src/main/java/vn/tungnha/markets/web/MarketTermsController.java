package vn.tungnha.markets.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.Role;
import vn.tungnha.markets.MarketTerm;
import vn.tungnha.markets.MarketTerms;
import vn.tungnha.markets.MarketTerms.Part;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.NotFound;

/** Kinds of markets, ways of taking money and their providers. */
@Controller
@RequestMapping("/admin/market-terms")
@Allowed(Role.ADMIN)
@RequiredArgsConstructor
class MarketTermsController {

    private final MarketTerms terms;
    private final MessageSource messages;

    /** One of the three lists. */
    record Group(String part, String title, boolean marked, List<MarketTerm> terms) {}

    @GetMapping
    String list(Locale locale, Model model) {
        MarketWords words = new MarketWords(messages, locale);
        model.addAttribute(
                "groups",
                Arrays.stream(Part.values())
                        .map(part -> new Group(
                                address(part), words.say("markets.terms." + part), part.isMarked(), terms.all(part)))
                        .toList());
        return "markets/terms";
    }

    @GetMapping("/{part}/new")
    String blank(@PathVariable String part, Model model) {
        model.addAttribute("form", MarketTermForm.blank(terms.all(part(part)).size() + 1));
        return form(part, null, model);
    }

    @PostMapping("/{part}")
    String add(
            @PathVariable String part,
            @ModelAttribute("form") MarketTermForm form,
            BindingResult errors,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return FormRules.answer(
                errors,
                response,
                () -> {
                    terms.add(part(part), form.term(null));
                    return said(locale, flash);
                },
                () -> form(part, null, model));
    }

    @GetMapping("/{part}/{code}")
    String edit(@PathVariable String part, @PathVariable String code, Model model) {
        MarketTerm term = terms.get(part(part), code);
        model.addAttribute("form", MarketTermForm.of(term));
        return form(part, term, model);
    }

    @PostMapping("/{part}/{code}")
    String save(
            @PathVariable String part,
            @PathVariable String code,
            @ModelAttribute("form") MarketTermForm form,
            BindingResult errors,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return FormRules.answer(
                errors,
                response,
                () -> {
                    terms.edit(part(part), form.term(code));
                    return said(locale, flash);
                },
                () -> form(part, terms.get(part(part), code), model));
    }

    private String form(String part, @Nullable MarketTerm term, Model model) {
        model.addAttribute("part", address(part(part)));
        model.addAttribute("marked", part(part).isMarked());
        model.addAttribute("term", term);
        return "markets/term-form";
    }

    private String said(Locale locale, RedirectAttributes flash) {
        flash.addFlashAttribute("flash", new MarketWords(messages, locale).say("markets.terms.saved"));
        return "redirect:/admin/market-terms";
    }

    private static String address(Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }

    private static Part part(String address) {
        return Arrays.stream(Part.values())
                .filter(part -> address(part).equals(address))
                .findFirst()
                .orElseThrow(() -> new NotFound("market terms", address));
    }
}
