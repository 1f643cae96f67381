package vn.tungnha.papers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.papers.FormRegister;
import vn.tungnha.papers.NewForm;
import vn.tungnha.papers.PaperGrain;
import vn.tungnha.shared.RuleBroken;

/** New forms, begun as a copy of one there is, for whom each is, and those made by mistake. */
@Controller
@RequestMapping("/admin/papers")
@Allowed(Role.ADMIN)
@RequiredArgsConstructor
class FormRegisterController {

    private final FormRegister register;
    private final PaperFormsController pages;
    private final MessageSource messages;

    @PostMapping
    String copy(
            @RequestParam String source,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String nameVi,
            @RequestParam(defaultValue = "") String nameEn,
            @RequestParam(defaultValue = "") String grain,
            @RequestParam(defaultValue = "") String unit,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        Words words = new Words(messages, locale);
        NewForm made = new NewForm(
                code.strip().toUpperCase(Locale.ROOT),
                nameVi.strip(),
                nameEn.strip(),
                Arrays.stream(PaperGrain.values())
                        .filter(it -> it.name().equals(grain))
                        .findFirst()
                        .orElse(null),
                unit.strip());
        try {
            register.copy(source, made, user);
        } catch (RuleBroken broken) {
            response.setStatus(422);
            model.addAttribute("problem", words.why(broken));
            model.addAttribute("field", broken.getField());
            model.addAttribute("typed", made);
            model.addAttribute("source", source);
            return pages.list(locale, model);
        }
        after.addFlashAttribute("flash", words.say("form.created", made.nameVi()));
        return "redirect:/admin/papers/" + made.code();
    }

    @PostMapping("/{code}/place")
    String keepTo(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String unit,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        Words words = new Words(messages, locale);
        try {
            register.keepTo(code, unit, user);
        } catch (RuleBroken broken) {
            response.setStatus(422);
            model.addAttribute("problem", words.why(broken));
            model.addAttribute("field", "only-" + broken.getField());
            model.addAttribute("only", unit);
            return pages.edit(code, locale, model);
        }
        after.addFlashAttribute("flash", words.say("form.placed"));
        return "redirect:/admin/papers/" + code;
    }

    @PostMapping("/{code}/removal")
    String remove(
            @PathVariable String code,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        Words words = new Words(messages, locale);
        try {
            register.remove(code, user);
        } catch (RuleBroken broken) {
            response.setStatus(422);
            model.addAttribute("problem", words.why(broken));
            return pages.edit(code, locale, model);
        }
        after.addFlashAttribute("flash", words.say("form.removed", code));
        return "redirect:/admin/papers";
    }

    @PostMapping("/{code}/restoring")
    String restore(@PathVariable String code, Locale locale, RedirectAttributes after) {
        register.restore(code);
        after.addFlashAttribute("flash", new Words(messages, locale).say("form.put-back", code));
        return "redirect:/admin/papers/" + code;
    }
}
