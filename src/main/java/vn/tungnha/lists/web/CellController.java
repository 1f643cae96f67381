package vn.tungnha.lists.web;

import jakarta.servlet.http.HttpServletResponse;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.lists.BulkChange;
import vn.tungnha.lists.BulkChanges;
import vn.tungnha.lists.DeskLists;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;
import vn.tungnha.shared.desk.DeskEdit;
import vn.tungnha.shared.desk.DeskEdit.Held;
import vn.tungnha.shared.desk.DeskList;

/** A cell edited in its place. Without htmx its pencil is a link to the page where the same is edited. */
@Controller
@RequiredArgsConstructor
class CellController {

    private final DeskLists desks;
    private final BulkChanges changes;
    private final MessageSource messages;

    /**
     * A cell, as words or as a form.
     *
     * @param now what another has made of it meanwhile, in words
     * @param problem what is wrong with what was typed
     */
    record Cell(
            String list,
            String row,
            String code,
            String label,
            String name,
            String page,
            String words,
            String input,
            List<Choice> choices,
            String state,
            String value,
            @Nullable String now,
            @Nullable String problem) {}

    @GetMapping("/lists/{list}/rows/{row}/cells/{cell}")
    @Allowed
    String cell(
            @PathVariable String list,
            @PathVariable String row,
            @PathVariable String cell,
            @RequestParam(defaultValue = "false") boolean shown,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean htmx,
            CurrentUser user,
            Locale locale,
            Model model) {
        DeskEdit<CurrentUser> edit = edit(list, cell, user);
        Held held = held(edit, row, user);
        if (!htmx) {
            return "redirect:" + edit.page(row);
        }
        model.addAttribute("cell", cell(list, row, edit, held, held.value(), user, locale, null, null));
        return shown ? "lists/cell :: shown" : "lists/cell :: typing";
    }

    @PostMapping("/lists/{list}/rows/{row}/cells/{cell}")
    @Allowed
    String save(
            @PathVariable String list,
            @PathVariable String row,
            @PathVariable String cell,
            @RequestParam String state,
            @RequestParam(defaultValue = "") String value,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean htmx,
            @RequestHeader(name = "HX-Current-URL", defaultValue = "") String here,
            CurrentUser user,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        DeskEdit<CurrentUser> edit = edit(list, cell, user);
        String typed = value.strip();
        try {
            DeskList<CurrentUser> known = desks.require(list, user);
            String back = AskedAddress.within(here, edit.page(row));
            BulkChange change = changes.one(known, edit, row, state, typed, back, user);
            Held held = held(edit, row, user);
            model.addAttribute("cell", cell(list, row, edit, held, held.value(), user, locale, null, null));
            model.addAttribute("said", say("lists.cell.saved", locale, say(edit.label(), locale), held.name()));
            model.addAttribute("undo", change.rows() == 0 ? null : "/lists/changes/" + change.id() + "/undo");
            return htmx ? "lists/cell :: saved" : "redirect:" + edit.page(row);
        } catch (RuleBroken broken) {
            String problem = say(broken.getKey(), locale, FormRules.arguments(broken));
            return again(422, list, row, edit, typed, null, problem, user, locale, model, response);
        } catch (Stale stale) {
            Held now = held(edit, row, user);
            String words = edit.words(now.value(), locale);
            String other = say("lists.cell.stale", locale, words.isEmpty() ? say("lists.cell.none", locale) : words);
            return again(409, list, row, edit, typed, other, null, user, locale, model, response);
        }
    }

    private String again(
            int status,
            String list,
            String row,
            DeskEdit<CurrentUser> edit,
            String typed,
            @Nullable String now,
            @Nullable String problem,
            CurrentUser user,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        response.setStatus(status);
        Held held = held(edit, row, user);
        model.addAttribute("cell", cell(list, row, edit, held, typed, user, locale, now, problem));
        return "lists/cell :: typing";
    }

    private DeskEdit<CurrentUser> edit(String list, String cell, CurrentUser user) {
        DeskList<CurrentUser> known = desks.require(list, user);
        DeskEdit<CurrentUser> edit = desks.require(known, cell, user);
        if (!edit.inPlace()) {
            throw new NotFound("cell", cell);
        }
        return edit;
    }

    private static Held held(DeskEdit<CurrentUser> edit, String row, CurrentUser user) {
        return edit.held(row, DeskLists.editing(edit, user));
    }

    private Cell cell(
            String list,
            String row,
            DeskEdit<CurrentUser> edit,
            Held held,
            String value,
            CurrentUser user,
            Locale locale,
            @Nullable String now,
            @Nullable String problem) {
        return new Cell(
                list,
                row,
                edit.code(),
                say(edit.label(), locale),
                held.name(),
                edit.page(row),
                edit.words(held.value(), locale),
                edit.input().name(),
                edit.choices(DeskLists.editing(edit, user), locale),
                held.state(),
                value,
                now,
                problem);
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
