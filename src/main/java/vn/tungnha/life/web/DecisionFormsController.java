package vn.tungnha.life.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
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
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.life.DecisionForm;
import vn.tungnha.life.DecisionForms;
import vn.tungnha.life.DecisionKind;
import vn.tungnha.shared.FormRules;

/** How decisions are worded. */
@Controller
@RequestMapping("/admin/decisions/{kind}")
@Allowed(Role.ADMIN)
@RequiredArgsConstructor
class DecisionFormsController {

    private final DecisionForms forms;
    private final LifeWords words;

    /** What is typed; texts of several lines. */
    record Wording(
            @Nullable Integer version,

            @NotBlank(message = "{life.error.blank}") @Size(max = 500, message = "{life.error.long}") @Nullable
            String subject,

            @NotBlank(message = "{life.error.blank}") @Size(max = 500, message = "{life.error.long}") @Nullable
            String authority,

            @NotBlank(message = "{life.error.blank}") @Size(max = 4000, message = "{life.error.long}") @Nullable
            String grounds,

            @NotBlank(message = "{life.error.blank}") @Size(max = 8000, message = "{life.error.long}") @Nullable
            String articles,

            @NotBlank(message = "{life.error.blank}") @Size(max = 2000, message = "{life.error.long}") @Nullable
            String recipients,

            @NotBlank(message = "{life.error.blank}") @Size(max = 500, message = "{life.error.long}") @Nullable
            String signers) {

        DecisionForm form(DecisionKind kind) {
            return new DecisionForm(
                    kind,
                    FormRules.seen(version),
                    text(subject),
                    text(authority),
                    text(grounds),
                    text(articles),
                    text(recipients),
                    text(signers));
        }

        private static String text(@Nullable String typed) {
            return Objects.requireNonNullElse(typed, "").strip();
        }
    }

    @GetMapping
    String form(@PathVariable DecisionKind kind, Locale locale, Model model) {
        DecisionForm form = forms.get(kind);
        model.addAttribute(
                "form",
                new Wording(
                        form.version(),
                        form.subject(),
                        form.authority(),
                        form.grounds(),
                        form.articles(),
                        form.recipients(),
                        form.signers()));
        return page(kind, locale, model);
    }

    @PostMapping
    String save(
            @PathVariable DecisionKind kind,
            @Valid @ModelAttribute("form") Wording form,
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
                    forms.edit(form.form(kind));
                    flash.addFlashAttribute("flash", words.say(locale, "worded"));
                    return "redirect:/admin/decisions/" + kind;
                },
                () -> page(kind, locale, model));
    }

    private String page(DecisionKind kind, Locale locale, Model model) {
        model.addAttribute("kind", kind.name());
        model.addAttribute("kinds", words.kinds(locale));
        model.addAttribute("title", words.kind(kind, locale));
        model.addAttribute(
                "braces",
                DecisionForms.WORDS.stream()
                        .sorted()
                        .map(word -> "{" + word + "}")
                        .collect(Collectors.joining(" ")));
        return "life/wording";
    }
}
