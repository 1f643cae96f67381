package vn.tungnha.indicators.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.indicators.Endings;
import vn.tungnha.indicators.Publications;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.RuleBroken;

/** A draft on real units beside what is in force; then into force, and back while nothing stands on it. */
@Controller
@RequestMapping("/admin/indicators/{code}")
@RequiredArgsConstructor
class PublicationController {

    private static final String PREVIEW = "indicators/preview";

    private final Publications publications;
    private final Endings endings;
    private final PreviewPages previews;
    private final MessageSource messages;

    @GetMapping("/preview")
    @Allowed({Role.ADMIN, Role.PROVINCE_OFFICER})
    String preview(
            @PathVariable String code,
            @RequestParam Map<String, String> asked,
            CurrentUser user,
            Locale locale,
            Model model) {
        model.addAttribute("page", previews.page(code, asked, null, user, locale));
        return PREVIEW;
    }

    @PostMapping("/publication")
    @Allowed(Role.ADMIN)
    ModelAndView publish(
            @PathVariable String code,
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "-1") int version,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        try {
            publications.publish(code, version, day(typed.get("from")), typed.get("reason"), user);
        } catch (RuleBroken broken) {
            ModelAndView again = new ModelAndView(PREVIEW);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            again.addObject("page", previews.page(code, typed, broken, user, locale));
            return again;
        }
        flash.addFlashAttribute(
                "flash", messages.getMessage("indicators.define.published", new Object[] {code}, locale));
        return new ModelAndView("redirect:/admin/indicators/" + code);
    }

    @PostMapping("/versions/{version}/withdrawal")
    @Allowed(Role.ADMIN)
    String withdraw(
            @PathVariable String code,
            @PathVariable int version,
            @RequestParam(required = false) @Nullable String reason,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        try {
            publications.withdraw(code, version, reason, user);
        } catch (RuleBroken broken) {
            flash.addFlashAttribute("flash", messages.getMessage(broken.getKey(), FormRules.arguments(broken), locale));
            flash.addFlashAttribute("flashBad", true);
            return "redirect:/admin/indicators/" + code;
        }
        flash.addFlashAttribute(
                "flash", messages.getMessage("indicators.define.withdrawn", new Object[] {version}, locale));
        return "redirect:/admin/indicators/" + code + (version == 1 ? "/preview" : "");
    }

    @PostMapping("/ending")
    @Allowed(Role.ADMIN)
    String end(
            @PathVariable String code,
            @RequestParam Map<String, String> typed,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        return answer(
                code,
                () -> endings.end(code, day(typed.get("from")), typed.get("reason"), user),
                "indicators.define.ended.done",
                locale,
                flash);
    }

    @PostMapping("/ending/withdrawal")
    @Allowed(Role.ADMIN)
    String resume(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String reason,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        return answer(code, () -> endings.resume(code, reason, user), "indicators.define.resumed.done", locale, flash);
    }

    private String answer(String code, Runnable change, String done, Locale locale, RedirectAttributes flash) {
        try {
            change.run();
            flash.addFlashAttribute("flash", messages.getMessage(done, new Object[] {code}, locale));
        } catch (RuleBroken broken) {
            flash.addFlashAttribute("flash", messages.getMessage(broken.getKey(), FormRules.arguments(broken), locale));
            flash.addFlashAttribute("flashBad", true);
        }
        return "redirect:/admin/indicators/" + code;
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeException notADay) {
            throw RuleBroken.at("from", "indicators.define.error.from");
        }
    }
}
