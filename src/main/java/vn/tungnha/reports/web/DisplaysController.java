package vn.tungnha.reports.web;

import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
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
import vn.tungnha.reports.Display;
import vn.tungnha.reports.Displays;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;

/** Which figures stand on dashboards and in the report of a team: seen before it is saved, and taken back. */
@Controller
@RequestMapping("/admin/displays")
@RequiredArgsConstructor
class DisplaysController {

    private static final String VIEW = "reports/display";

    private final Displays displays;
    private final DisplayPages pages;
    private final MessageSource messages;

    @GetMapping
    @Allowed({Role.ADMIN, Role.PROVINCE_OFFICER})
    String list(CurrentUser user, Locale locale, Model model) {
        model.addAttribute("displays", pages.list(user, locale));
        return "reports/displays";
    }

    /** As it is, or as it would be with the lines that were chosen. */
    @GetMapping("/{code}")
    @Allowed(Role.ADMIN)
    ModelAndView show(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> asked,
            CurrentUser user,
            Locale locale) {
        Display display = display(code);
        if (!asked.containsKey("line")) {
            DisplayDraft now = DisplayDraft.of(displays.lines(display));
            return page(display, now, null, false, unit(asked), user, locale);
        }
        DisplayDraft typed = typed(asked);
        RuleBroken broken = null;
        try {
            displays.checked(display, typed.lines());
        } catch (RuleBroken wrong) {
            broken = wrong;
        }
        return page(display, typed, broken, true, unit(asked), user, locale);
    }

    @PostMapping("/{code}")
    @Allowed(Role.ADMIN)
    ModelAndView save(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> asked,
            @RequestParam(defaultValue = "-1") int version,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        Display display = display(code);
        DisplayDraft typed = typed(asked);
        try {
            displays.change(display, version, typed.lines(), user);
        } catch (RuleBroken broken) {
            return page(display, typed, broken, true, unit(asked), user, locale);
        }
        flash.addFlashAttribute("flash", Words.of(messages, locale).say("display.saved"));
        displays.history(display).stream()
                .filter(Displays.Change::undoable)
                .findFirst()
                .ifPresent(it -> flash.addFlashAttribute(
                        "flashUndo", "/admin/displays/" + code + "/changes/" + it.id() + "/undo"));
        return new ModelAndView("redirect:/admin/displays/" + code);
    }

    @PostMapping("/{code}/changes/{id}/undo")
    @Allowed(Role.ADMIN)
    String undo(
            @PathVariable String code,
            @PathVariable long id,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        displays.undo(display(code), id, user);
        flash.addFlashAttribute("flash", Words.of(messages, locale).say("display.undone"));
        return "redirect:/admin/displays/" + code;
    }

    private ModelAndView page(
            Display display,
            DisplayDraft typed,
            @Nullable RuleBroken broken,
            boolean draft,
            String unit,
            CurrentUser user,
            Locale locale) {
        ModelAndView page = new ModelAndView(VIEW);
        page.addObject("page", pages.page(display, typed, broken, unit, user, locale));
        page.addObject("draft", draft);
        if (broken != null) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    private static DisplayDraft typed(MultiValueMap<String, String> asked) {
        return new DisplayDraft(asked.getOrDefault("number", List.of()), asked.getOrDefault("line", List.of()))
                .sorted();
    }

    private static String unit(MultiValueMap<String, String> asked) {
        String unit = asked.getFirst("unit");
        return unit == null ? "" : unit;
    }

    private static Display display(String code) {
        try {
            return Display.valueOf(code);
        } catch (IllegalArgumentException unknown) {
            throw new NotFound("display", code);
        }
    }
}
