package vn.tungnha.lists.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.lists.BulkChange;
import vn.tungnha.lists.BulkChanges;
import vn.tungnha.lists.DeskLists;
import vn.tungnha.lists.RowRefused;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.desk.Asked;
import vn.tungnha.shared.desk.DeskEdit;
import vn.tungnha.shared.desk.DeskList;

/** Many rows at once: how many and which, the value, and all of it back for half an hour. */
@Controller
@RequiredArgsConstructor
class BulkController {

    private final DeskLists desks;
    private final BulkChanges changes;
    private final BulkPages pages;

    /** Changes nothing: says which rows there are and asks for the value. */
    @PostMapping("/lists/{list}/changes/preview")
    @Allowed
    String preview(
            @PathVariable("list") String code,
            @RequestParam(defaultValue = "") String edit,
            @RequestParam(name = "row", defaultValue = "") List<String> rows,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "") String asked,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash,
            Model model) {
        DeskList<CurrentUser> list = desks.require(code, user);
        String back = AskedAddress.page(list.pattern(), AskedAddress.of(asked));
        Collection<String> chosen = all ? filtered(list, AskedAddress.of(asked), user, locale) : distinct(rows);
        if (chosen.isEmpty() || edit.isBlank() || chosen.size() > BulkChanges.MOST) {
            flash.addFlashAttribute("flash", pages.refused(chosen.size(), edit, locale));
            flash.addFlashAttribute("flashBad", true);
            return "redirect:" + back;
        }
        return show(list, desks.require(list, edit, user), chosen, asked, "", null, user, locale, model);
    }

    @PostMapping("/lists/{list}/changes")
    @Allowed
    String make(
            @PathVariable("list") String code,
            @RequestParam String edit,
            @RequestParam(name = "row", defaultValue = "") List<String> rows,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String asked,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash,
            HttpServletResponse response,
            Model model) {
        DeskList<CurrentUser> list = desks.require(code, user);
        DeskEdit<CurrentUser> what = desks.require(list, edit, user);
        String back = AskedAddress.page(list.pattern(), AskedAddress.of(asked));
        Set<String> chosen = distinct(rows);
        String only = what.only();
        String typed = only == null ? value.strip() : only;
        try {
            BulkChange change = changes.make(list, what, chosen, typed, back, user);
            flash.addFlashAttribute("flash", pages.done(what, change, chosen.size(), locale));
            if (change.rows() > 0) {
                flash.addFlashAttribute("flashUndo", "/lists/changes/" + change.id() + "/undo");
            }
            return "redirect:" + back;
        } catch (RowRefused refused) {
            response.setStatus(422);
            String problem =
                    pages.say("lists.bulk.refused", locale, refused.getRow(), pages.words(refused.getRule(), locale));
            return show(list, what, chosen, asked, typed, problem, user, locale, model);
        } catch (RuleBroken broken) {
            response.setStatus(422);
            return show(list, what, chosen, asked, typed, pages.words(broken, locale), user, locale, model);
        }
    }

    /** What was changed, for whoever comes back to it. */
    @GetMapping("/lists/changes/{id}")
    @Allowed
    String change(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        BulkChange change = changes.get(id, user);
        DeskList<CurrentUser> list = desks.require(change.list(), user);
        DeskEdit<CurrentUser> edit = desks.require(list, change.edit(), user);
        return pages.change(change, edit, changes.undoable(change), List.of(), locale, model);
    }

    @PostMapping("/lists/changes/{id}/undo")
    @Allowed
    String undo(@PathVariable UUID id, CurrentUser user, Locale locale, RedirectAttributes flash, Model model) {
        BulkChange change = changes.get(id, user);
        DeskList<CurrentUser> list = desks.require(change.list(), user);
        DeskEdit<CurrentUser> edit = desks.require(list, change.edit(), user);
        try {
            BulkChanges.Undone undone = changes.undo(id, user);
            if (undone.kept().isEmpty()) {
                flash.addFlashAttribute("flash", pages.say("lists.undone", locale, undone.back()));
                return "redirect:" + change.back();
            }
            return pages.change(undone.change(), edit, false, undone.kept(), locale, model);
        } catch (RowRefused refused) {
            flash.addFlashAttribute(
                    "flash",
                    pages.say("lists.bulk.refused", locale, refused.getRow(), pages.words(refused.getRule(), locale)));
        } catch (RuleBroken broken) {
            flash.addFlashAttribute("flash", pages.words(broken, locale));
        }
        flash.addFlashAttribute("flashBad", true);
        return "redirect:" + change.back();
    }

    /** One more than may be, so that too many are seen to be too many. */
    private static List<String> filtered(DeskList<CurrentUser> list, Asked asked, CurrentUser user, Locale locale) {
        List<String> ids = new ArrayList<>();
        list.each(asked, DeskLists.reading(list, user), locale, row -> {
            ids.add(row.id());
            return ids.size() <= BulkChanges.MOST;
        });
        return ids;
    }

    private static Set<String> distinct(List<String> rows) {
        return rows.stream().filter(row -> !row.isBlank()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String show(
            DeskList<CurrentUser> list,
            DeskEdit<CurrentUser> edit,
            Collection<String> chosen,
            String asked,
            String value,
            @Nullable String problem,
            CurrentUser user,
            Locale locale,
            Model model) {
        return pages.preview(list, edit, changes.look(edit, chosen, user), asked, value, problem, user, locale, model);
    }
}
