package vn.tungnha.models.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
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
import vn.tungnha.models.ModelKind;
import vn.tungnha.models.ModelKinds;
import vn.tungnha.shared.FormRules;

/** Kinds of community models. */
@Controller
@RequestMapping("/admin/model-kinds")
@Allowed(Role.ADMIN)
@RequiredArgsConstructor
class ModelKindsController {

    private final ModelKinds kinds;
    private final MessageSource messages;

    @GetMapping
    String list(Model model) {
        model.addAttribute("kinds", kinds.all());
        return "models/kinds";
    }

    @GetMapping("/new")
    String blank(Model model) {
        model.addAttribute("form", ModelKindForm.blank(kinds.all().size() + 1));
        return "models/kind-form";
    }

    @PostMapping
    String add(
            @ModelAttribute("form") ModelKindForm form,
            BindingResult errors,
            Locale locale,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return FormRules.answer(
                errors,
                response,
                () -> {
                    kinds.add(form.kind(null));
                    return said(locale, flash);
                },
                () -> "models/kind-form");
    }

    @GetMapping("/{code}")
    String edit(@PathVariable String code, Model model) {
        ModelKind kind = kinds.get(code);
        model.addAttribute("kind", kind);
        model.addAttribute("form", ModelKindForm.of(kind));
        return "models/kind-form";
    }

    @PostMapping("/{code}")
    String save(
            @PathVariable String code,
            @ModelAttribute("form") ModelKindForm form,
            BindingResult errors,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        ModelKind kind = kinds.get(code);
        model.addAttribute("kind", kind);
        return FormRules.answer(
                errors,
                response,
                () -> {
                    kinds.edit(form.kind(code));
                    return said(locale, flash);
                },
                () -> "models/kind-form");
    }

    private String said(Locale locale, RedirectAttributes flash) {
        flash.addFlashAttribute("flash", new ModelWords(messages, locale).say("models.saved"));
        return "redirect:/admin/model-kinds";
    }
}
