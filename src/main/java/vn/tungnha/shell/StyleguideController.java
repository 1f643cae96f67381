package vn.tungnha.shell;

import java.util.Locale;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import vn.tungnha.identity.Anyone;

/** Every component in every state; only in the demonstration. */
@Controller
@Profile("demo")
class StyleguideController {

    @Anyone
    @GetMapping("/styleguide")
    String desk(Model model, Locale locale) {
        fill(model, locale);
        return "shell/styleguide";
    }

    @Anyone
    @GetMapping("/styleguide/field")
    String field(Model model, Locale locale) {
        fill(model, locale);
        model.addAttribute("flash", "Đã lưu K112/14");
        model.addAttribute("flashLink", "/styleguide/field");
        return "shell/styleguide-field";
    }

    private static void fill(Model model, Locale locale) {
        Styleguide.Form form = new Styleguide.Form("0900 000 112", "19510", "tc", "", "b", true);
        BeanPropertyBindingResult errors = new BeanPropertyBindingResult(form, "form");
        errors.rejectValue("birthYear", "", "Năm sinh phải có 4 chữ số, ví dụ 1951.");
        model.addAttribute("guide", Styleguide.in(locale));
        model.addAttribute("form", form);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", errors);
    }
}
