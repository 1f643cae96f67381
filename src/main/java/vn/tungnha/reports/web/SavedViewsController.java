package vn.tungnha.reports.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
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
import vn.tungnha.reports.SavedView;
import vn.tungnha.reports.SavedViews;
import vn.tungnha.shared.RuleBroken;

/** Saved views: found again, renamed, shared, taken off the list and put back. */
@Controller
@RequestMapping("/views")
@RequiredArgsConstructor
class SavedViewsController {

    private static final String HERE = "redirect:/views";

    private final SavedViews saved;
    private final MessageSource messages;

    /** @param id of the view a wrong name was typed for; 0 for a new one */
    record Wrong(long id, String name, String address, String text) {}

    @GetMapping
    @Allowed
    String list(CurrentUser user, Model model) {
        List<SavedView> views = saved.of(user);
        model.addAttribute("own", views.stream().filter(SavedView::own).toList());
        model.addAttribute("shared", views.stream().filter(view -> !view.own()).toList());
        model.addAttribute("views", views);
        model.addAttribute("seconds", WallController.SECONDS);
        return "reports/views";
    }

    @PostMapping
    @Allowed
    ModelAndView save(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "false") boolean share,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash) {
        try {
            saved.save(name, address, share, user);
        } catch (RuleBroken broken) {
            return wrong(new Wrong(0, name, address, text(broken, locale)), user, model);
        }
        flash.addFlashAttribute("flash", say("views.saved", locale, name.strip()));
        flash.addFlashAttribute("flashLink", "/views");
        flash.addFlashAttribute("flashLinkText", say("views.manage", locale));
        return new ModelAndView("redirect:" + address);
    }

    @PostMapping("/{id}/name")
    @Allowed
    ModelAndView rename(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String name,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash) {
        try {
            saved.rename(id, name, user);
        } catch (RuleBroken broken) {
            return wrong(new Wrong(id, name, "", text(broken, locale)), user, model);
        }
        flash.addFlashAttribute("flash", say("views.renamed", locale, name.strip()));
        flash.addFlashAttribute("flashUndo", "/views/" + id + "/former-name");
        return new ModelAndView(HERE);
    }

    @PostMapping("/{id}/former-name")
    @Allowed
    String renameBack(@PathVariable long id, CurrentUser user, Locale locale, RedirectAttributes flash) {
        saved.renameBack(id, user);
        flash.addFlashAttribute("flash", say("views.renamed-back", locale));
        return HERE;
    }

    @PostMapping("/{id}/removal")
    @Allowed
    String remove(@PathVariable long id, CurrentUser user, Locale locale, RedirectAttributes flash) {
        saved.remove(id, user);
        flash.addFlashAttribute("flash", say("views.removed", locale));
        flash.addFlashAttribute("flashUndo", "/views/" + id + "/restoration");
        return HERE;
    }

    @PostMapping("/{id}/restoration")
    @Allowed
    String restore(@PathVariable long id, CurrentUser user, Locale locale, RedirectAttributes flash) {
        saved.restore(id, user);
        flash.addFlashAttribute("flash", say("views.restored", locale));
        return HERE;
    }

    private ModelAndView wrong(Wrong typed, CurrentUser user, Model model) {
        ModelAndView again = new ModelAndView(list(user, model), Map.of("wrong", typed));
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private String text(RuleBroken broken, Locale locale) {
        return messages.getMessage(broken.getKey(), broken.getArguments().toArray(), locale);
    }

    private String say(String key, Locale locale, Object... arguments) {
        return Words.of(messages, locale).say(key, arguments);
    }
}
