package vn.tungnha.papers.web;

import jakarta.servlet.http.HttpServletResponse;
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
import vn.tungnha.papers.PaperForms;
import vn.tungnha.shared.RuleBroken;

/** Versions of forms taken back, and used again. */
@Controller
@RequestMapping("/admin/papers")
@Allowed(Role.ADMIN)
@RequiredArgsConstructor
class PaperVersionsController {

    private final PaperForms forms;
    private final PaperFormsController pages;
    private final MessageSource messages;

    @PostMapping("/{code}/versions/{version}/withdrawal")
    String withdraw(
            @PathVariable String code,
            @PathVariable int version,
            @RequestParam(defaultValue = "") String reason,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        Words words = new Words(messages, locale);
        try {
            forms.withdraw(code, version, reason, user);
        } catch (RuleBroken broken) {
            response.setStatus(422);
            model.addAttribute("problem", words.why(broken));
            return pages.edit(code, locale, model);
        }
        after.addFlashAttribute("flash", words.say("form.taken-back", version));
        return "redirect:/admin/papers/" + code;
    }

    @PostMapping("/{code}/versions/{version}/restoring")
    String restore(
            @PathVariable String code,
            @PathVariable int version,
            CurrentUser user,
            Locale locale,
            RedirectAttributes after) {
        forms.restore(code, version, user);
        after.addFlashAttribute("flash", new Words(messages, locale).say("form.restored", version));
        return "redirect:/admin/papers/" + code;
    }
}
