package vn.tungnha.identity.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.tungnha.identity.Anyone;
import vn.tungnha.identity.FirstAdministrator;
import vn.tungnha.shared.FormRules;

/** The page behind the one-time link of the first start. */
@Controller
@RequestMapping("/setup/{secret}")
@Anyone
@RequiredArgsConstructor
class SetupController {

    private final FirstAdministrator first;

    @GetMapping
    String page(@PathVariable String secret, Model model) {
        first.requireAlive(secret);
        model.addAttribute("form", new SetupForm("", "", "", ""));
        return "identity/setup";
    }

    @PostMapping
    String setUp(
            @PathVariable String secret,
            @Valid @ModelAttribute("form") SetupForm form,
            BindingResult errors,
            HttpServletResponse response) {
        first.requireAlive(secret);
        if (!errors.hasErrors() && !form.password().equals(form.repeat())) {
            errors.rejectValue("repeat", "identity.password.repeat.differs");
        }
        return FormRules.answer(
                errors,
                response,
                () -> {
                    first.setUp(secret, form.username(), form.displayName(), form.password());
                    return "redirect:/login";
                },
                () -> "identity/setup");
    }
}
