package vn.tungnha.models.web;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
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
import vn.tungnha.models.ModelProofs;
import vn.tungnha.models.Models;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.RuleBroken;

/** The register of community models, and the showcase of each. */
@Controller
@RequestMapping("/models")
@RequiredArgsConstructor
class ModelsController {

    private final Models models;
    private final ModelProofs proofs;
    private final ModelsListing listing;
    private final ModelPages pages;
    private final MessageSource messages;

    @GetMapping
    @Allowed
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "false") boolean digital,
            @RequestParam(defaultValue = "0") int p,
            CurrentUser user,
            Locale locale,
            Model model) {
        Models.Query query = new Models.Query(q.isBlank() ? null : q.strip(), kind.isBlank() ? null : kind, digital);
        model.addAttribute("page", listing.page(query, p, user, locale));
        model.addAttribute("writes", ModelPages.writes(user));
        return "models/list";
    }

    @GetMapping("/new")
    @Registrars(place = "model:from")
    String blank(@RequestParam(required = false) @Nullable UUID from, CurrentUser user, Locale locale, Model model) {
        model.addAttribute("form", ModelForm.blank(null, from));
        return pages.form(null, user, locale, model);
    }

    @PostMapping
    @Registrars
    String add(
            @ModelAttribute("form") ModelForm form,
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
                    models.add(id, form.command(), user);
                    return said(id, locale, flash);
                },
                () -> pages.form(null, user, locale, model));
    }

    @GetMapping("/{id}")
    @Allowed(place = "model:id")
    String show(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        model.addAttribute("page", pages.page(id, user, locale));
        return "models/show";
    }

    @GetMapping("/{id}/edit")
    @Registrars(place = "model:id")
    String edit(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        model.addAttribute("form", ModelForm.of(models.get(id)));
        return pages.form(models.get(id), user, locale, model);
    }

    @PostMapping("/{id}")
    @Registrars(place = "model:id")
    String save(
            @PathVariable UUID id,
            @ModelAttribute("form") ModelForm form,
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
                    models.edit(id, FormRules.seen(form.version()), form.command(), user);
                    return said(id, locale, flash);
                },
                () -> pages.form(models.get(id), user, locale, model));
    }

    @PostMapping("/{id}/ending")
    @Registrars(place = "model:id")
    String end(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") int version,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        models.end(id, version, user);
        return said(id, locale, flash);
    }

    @PostMapping("/{id}/resumption")
    @Registrars(place = "model:id")
    String resume(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") int version,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        models.resume(id, version, user);
        return said(id, locale, flash);
    }

    @PostMapping("/{id}/evidence")
    @Registrars(place = "model:id")
    String evidence(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String url,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return orAgain(id, user, locale, model, response, () -> {
            proofs.add(id, title, url, user);
            return said(id, locale, flash);
        });
    }

    @PostMapping("/{id}/evidence/{evidence}/removal")
    @Registrars(place = "model:id")
    String remove(
            @PathVariable UUID id,
            @PathVariable UUID evidence,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        proofs.remove(id, evidence, user);
        flash.addFlashAttribute("removed", evidence);
        return said(id, locale, flash);
    }

    @PostMapping("/{id}/evidence/{evidence}/restoration")
    @Registrars(place = "model:id")
    String restore(
            @PathVariable UUID id,
            @PathVariable UUID evidence,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        proofs.restore(id, evidence, user);
        return said(id, locale, flash);
    }

    @PostMapping("/{id}/reviews")
    @Registrars(place = "model:id")
    String review(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String score,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String reviewer,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return orAgain(id, user, locale, model, response, () -> {
            proofs.review(id, year(year), score(score), words, reviewer, user);
            return said(id, locale, flash);
        });
    }

    /** The showcase again with what is wrong; what was typed stands in the request still. */
    private String orAgain(
            UUID id,
            CurrentUser user,
            Locale locale,
            Model model,
            HttpServletResponse response,
            Supplier<String> change) {
        try {
            return change.get();
        } catch (RuleBroken broken) {
            response.setStatus(422);
            model.addAttribute("problem", new ModelWords(messages, locale).why(broken));
            return show(id, user, locale, model);
        }
    }

    /** Null = no year. */
    private static @Nullable Integer year(String typed) {
        return typed.strip().matches("\\d{4}") ? Integer.valueOf(typed.strip()) : null;
    }

    /** 92, 92,5 and 92.5; null = none was given. */
    private static @Nullable BigDecimal score(String typed) {
        if (typed.isBlank()) {
            return null;
        }
        if (!typed.strip().matches("\\d{1,3}([.,]\\d{1,2})?")) {
            throw RuleBroken.at("score", "models.error.score");
        }
        return new BigDecimal(typed.strip().replace(',', '.'));
    }

    private String said(UUID id, Locale locale, RedirectAttributes flash) {
        flash.addFlashAttribute("flash", new ModelWords(messages, locale).say("models.saved"));
        return "redirect:/models/" + id;
    }
}
