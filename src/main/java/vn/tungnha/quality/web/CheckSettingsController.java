package vn.tungnha.quality.web;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.quality.CheckSetting;
import vn.tungnha.quality.CheckSettings;
import vn.tungnha.quality.Found.CheckView;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.RuleBroken;

/** An administrator sets from where on each check speaks up. */
@Controller
@RequestMapping("/quality/checks")
@RequiredArgsConstructor
class CheckSettingsController {

    private static final String HERE = "redirect:/quality/checks";

    private final CheckSettings settings;
    private final MessageSource messages;

    /**
     * One check in finished texts.
     *
     * @param problem what is wrong with what was typed, else null
     */
    record Row(
            String code,
            String name,
            String hint,
            String threshold,
            String unit,
            String bounds,
            boolean enabled,
            long version,
            @Nullable String problem) {}

    /** One change in a sentence. */
    record Past(String text, String by, String undo) {}

    /** What was typed and is wrong. */
    private record Typed(String code, String threshold, boolean enabled, String problem) {}

    @GetMapping
    @Allowed(Role.ADMIN)
    String show(Locale locale, Model model) {
        return page(null, locale, model);
    }

    @PostMapping("/{code}")
    @Allowed(Role.ADMIN)
    String change(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String threshold,
            @RequestParam(defaultValue = "false") boolean enabled,
            @RequestParam(defaultValue = "-1") long version,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        QualityWords words = new QualityWords(messages, locale);
        try {
            Long change = settings.change(code, number(threshold), enabled, version, user);
            flash.addFlashAttribute(
                    "flash", words.say(change == null ? "checks.same" : "checks.saved", words.name(code)));
            if (change != null) {
                flash.addFlashAttribute("flashUndo", "/quality/checks/changes/" + change + "/undo");
            }
            return HERE;
        } catch (RuleBroken broken) {
            response.setStatus(422);
            String problem = messages.getMessage(broken.getKey(), FormRules.arguments(broken), locale);
            return page(new Typed(code, threshold, enabled, problem), locale, model);
        }
    }

    @PostMapping("/changes/{id}/undo")
    @Allowed(Role.ADMIN)
    String undo(@PathVariable long id, CurrentUser user, Locale locale, RedirectAttributes flash) {
        settings.undo(id, user);
        flash.addFlashAttribute("flash", new QualityWords(messages, locale).say("checks.undone"));
        return HERE;
    }

    private String page(@Nullable Typed typed, Locale locale, Model model) {
        QualityWords words = new QualityWords(messages, locale);
        List<CheckSetting> all = settings.all();
        model.addAttribute("rows", all.stream().map(it -> row(it, typed, words)).toList());
        model.addAttribute("problem", typed == null ? null : typed.problem());
        model.addAttribute("wrong", typed == null ? null : typed.code());
        model.addAttribute(
                "history",
                settings.history().stream()
                        .map(it -> new Past(
                                words.say(
                                        "checks.change",
                                        words.name(it.code()),
                                        said(it.formerThreshold(), it.formerEnabled(), words),
                                        said(it.threshold(), it.enabled(), words)),
                                words.say(
                                        "checks.change.by", it.by(), words.vn().moment(it.at())),
                                "/quality/checks/changes/" + it.id() + "/undo"))
                        .toList());
        return "quality/checks";
    }

    private static Row row(CheckSetting check, @Nullable Typed typed, QualityWords words) {
        boolean wrong = typed != null && typed.code().equals(check.code());
        return new Row(
                check.code(),
                words.name(check.code()),
                words.hint(new CheckView(check.code(), false, false, false, check.threshold())),
                typed != null && wrong ? typed.threshold() : check.threshold().toPlainString(),
                words.say("unit." + check.unit()),
                words.say(
                        "checks.bounds",
                        words.vn().number(check.least()),
                        words.vn().number(check.most())),
                typed != null && wrong ? typed.enabled() : check.enabled(),
                check.version(),
                typed != null && wrong ? typed.problem() : null);
    }

    private static String said(BigDecimal threshold, boolean enabled, QualityWords words) {
        return enabled
                ? words.vn().number(threshold)
                : words.say("checks.off", words.vn().number(threshold));
    }

    /** As people type whole numbers: 1.000 or 1 000 is a thousand; null for what is none. */
    private static @Nullable BigDecimal number(String typed) {
        String digits = typed.strip().replaceAll("(?<=\\d)[. ](?=\\d{3}(\\D|$))", "");
        return digits.matches("\\d{1,9}") ? new BigDecimal(digits) : null;
    }
}
