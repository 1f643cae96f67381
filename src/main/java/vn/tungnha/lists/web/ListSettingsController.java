package vn.tungnha.lists.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.lists.ColumnChoices;
import vn.tungnha.lists.DeskLists;
import vn.tungnha.lists.KeptFilters;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.desk.DeskList;

/** How somebody likes a list: its columns, and filters under names. */
@Controller
@RequiredArgsConstructor
class ListSettingsController {

    private final DeskLists desks;
    private final ColumnChoices columns;
    private final KeptFilters filters;
    private final MessageSource messages;

    @PostMapping("/lists/{list}/columns")
    @Allowed
    String choose(
            @PathVariable("list") String code,
            @RequestParam(name = "column", defaultValue = "") List<String> chosen,
            @RequestParam(defaultValue = "false") boolean standard,
            @RequestParam(defaultValue = "") String asked,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        DeskList<CurrentUser> list = desks.require(code, user);
        if (standard) {
            columns.forget(list, user);
        } else {
            columns.choose(list, chosen, user);
        }
        flash.addFlashAttribute("flash", say(standard ? "lists.columns.standard.done" : "lists.columns.done", locale));
        return back(list, asked);
    }

    @PostMapping("/lists/{list}/filters")
    @Allowed
    String keep(
            @PathVariable("list") String code,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String asked,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        DeskList<CurrentUser> list = desks.require(code, user);
        try {
            filters.keep(list, name, AskedAddress.page(list.pattern(), AskedAddress.of(asked)), user);
            flash.addFlashAttribute("flash", say("lists.filters.kept", locale, name.strip()));
        } catch (RuleBroken broken) {
            flash.addFlashAttribute("flash", say(broken.getKey(), locale, FormRules.arguments(broken)));
            flash.addFlashAttribute("flashBad", true);
        }
        return back(list, asked);
    }

    /** The link that is handed on: it opens the list for whoever has it, as far as they may see. */
    @GetMapping("/lists/filters/{id}")
    @Allowed
    String open(@PathVariable UUID id) {
        return "redirect:" + filters.address(id);
    }

    @PostMapping("/lists/filters/{id}/removal")
    @Allowed
    String remove(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String asked,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        DeskList<CurrentUser> list = desks.require(filters.remove(id, user), user);
        flash.addFlashAttribute("flash", say("lists.filters.removed", locale));
        flash.addFlashAttribute("flashUndo", "/lists/filters/" + id + "/restoration");
        return back(list, asked);
    }

    @PostMapping("/lists/filters/{id}/restoration")
    @Allowed
    String restore(@PathVariable UUID id, CurrentUser user, Locale locale, RedirectAttributes flash) {
        DeskList<CurrentUser> list = desks.require(filters.restore(id, user), user);
        flash.addFlashAttribute("flash", say("lists.filters.restored", locale));
        return back(list, "");
    }

    private static String back(DeskList<CurrentUser> list, String asked) {
        return "redirect:" + AskedAddress.page(list.pattern(), AskedAddress.of(asked));
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
