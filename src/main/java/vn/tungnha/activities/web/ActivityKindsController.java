package vn.tungnha.activities.web;

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
import vn.tungnha.activities.ActivityKind;
import vn.tungnha.activities.ActivityKinds;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.FormRules;

/** Kinds of activities: what each of them means. */
@Controller
@RequestMapping("/admin/activity-kinds")
@Allowed(Role.ADMIN)
@RequiredArgsConstructor
class ActivityKindsController {

    private final ActivityKinds kinds;
    private final MessageSource messages;

    @GetMapping
    String list(Model model) {
        model.addAttribute("kinds", kinds.all());
        return "activities/kinds";
    }

    @GetMapping("/new")
    String blank(Model model) {
        model.addAttribute("form", ActivityKindForm.blank(kinds.all().size() + 1));
        return "activities/kind-form";
    }

    @PostMapping
    String add(
            @ModelAttribute("form") ActivityKindForm form,
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
                () -> "activities/kind-form");
    }

    @GetMapping("/{code}")
    String edit(@PathVariable String code, Model model) {
        ActivityKind kind = kinds.get(code);
        model.addAttribute("kind", kind);
        model.addAttribute("form", ActivityKindForm.of(kind));
        return "activities/kind-form";
    }

    @PostMapping("/{code}")
    String save(
            @PathVariable String code,
            @ModelAttribute("form") ActivityKindForm form,
            BindingResult errors,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        ActivityKind kind = kinds.get(code);
        model.addAttribute("kind", kind);
        return FormRules.answer(
                errors,
                response,
                () -> {
                    kinds.edit(form.kind(code));
                    return said(locale, flash);
                },
                () -> "activities/kind-form");
    }

    private String said(Locale locale, RedirectAttributes flash) {
        flash.addFlashAttribute("flash", new ActivityWords(messages, locale).say("activities.saved"));
        return "redirect:/admin/activity-kinds";
    }
}
