package vn.tungnha.units.changes.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Vn;
import vn.tungnha.units.changes.UnitChange;
import vn.tungnha.units.changes.UnitChange.State;
import vn.tungnha.units.changes.UnitReforms;

/** Proposals: all of them, and each with its preview, its approval and its undoing. */
@Controller
@RequestMapping("/units/changes")
@RequiredArgsConstructor
class ChangesController {

    private static final int ROWS = 30;

    private final UnitReforms reforms;
    private final ChangePages pages;
    private final MessageSource messages;

    @GetMapping
    @Allowed({Role.ADMIN, Role.PROVINCE_OFFICER, Role.WARD_OFFICER, Role.WARD_LEADER})
    String list(
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(defaultValue = "0") int p,
            CurrentUser user,
            Locale locale,
            Model model) {
        PageOf<UnitChange> found = reforms.list(state, user, new Paging(p, ROWS));
        String address = "/units/changes" + (state == null ? "" : "?state=" + state);
        model.addAttribute("rows", pages.rows(found.items(), locale));
        model.addAttribute("pages", Pages.of(found, address, Vn.in(locale)));
        model.addAttribute("states", pages.states(state, locale));
        model.addAttribute("proposes", user.has(Role.ADMIN, Role.PROVINCE_OFFICER, Role.WARD_OFFICER));
        return "units/change-list";
    }

    @GetMapping("/{id}")
    @Allowed(
            value = {Role.ADMIN, Role.PROVINCE_OFFICER, Role.WARD_OFFICER, Role.WARD_LEADER},
            place = "unit-change:id")
    String show(@PathVariable String id, CurrentUser user, Locale locale, Model model) {
        return page(id, user, locale, model);
    }

    @PostMapping("/{id}/proposal")
    @Allowed(
            value = {Role.ADMIN, Role.PROVINCE_OFFICER, Role.WARD_OFFICER},
            place = "unit-change:id")
    String propose(
            @PathVariable String id,
            @RequestParam int version,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return step(
                id, "proposed", () -> reforms.propose(number(id), version, user), user, locale, model, flash, response);
    }

    @PostMapping("/{id}/approval")
    @Allowed(
            value = {Role.ADMIN, Role.PROVINCE_OFFICER, Role.WARD_LEADER},
            place = "unit-change:id")
    String approve(
            @PathVariable String id,
            @RequestParam int version,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return step(
                id, "applied", () -> reforms.approve(number(id), version, user), user, locale, model, flash, response);
    }

    @PostMapping("/{id}/rejection")
    @Allowed(
            value = {Role.ADMIN, Role.PROVINCE_OFFICER, Role.WARD_OFFICER, Role.WARD_LEADER},
            place = "unit-change:id")
    String reject(
            @PathVariable String id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        model.addAttribute("reason", reason);
        return step(
                id,
                "rejected",
                () -> reforms.reject(number(id), version, reason, user),
                user,
                locale,
                model,
                flash,
                response);
    }

    @PostMapping("/{id}/undoing")
    @Allowed(
            value = {Role.ADMIN, Role.PROVINCE_OFFICER, Role.WARD_LEADER},
            place = "unit-change:id")
    String undo(
            @PathVariable String id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        model.addAttribute("reason", reason);
        return step(
                id,
                "undone",
                () -> reforms.undo(number(id), version, reason, user),
                user,
                locale,
                model,
                flash,
                response);
    }

    private String step(
            String id,
            String done,
            Runnable step,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        try {
            step.run();
        } catch (RuleBroken broken) {
            response.setStatus(422);
            model.addAttribute("problem", said(broken, locale));
            return page(id, user, locale, model);
        }
        flash.addFlashAttribute("flash", messages.getMessage("units.change.done." + done, null, locale));
        return "redirect:/units/changes/" + id;
    }

    /** What was recorded at a unit since is told by the names of its tables. */
    private String said(RuleBroken broken, Locale locale) {
        Object[] arguments = FormRules.arguments(broken);
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] instanceof List<?> tables) {
                arguments[i] = tables.stream()
                        .map(table -> messages.getMessage("units.change.points." + table, null, "", locale))
                        .map(name -> name == null || name.isEmpty() ? other(locale) : name)
                        .distinct()
                        .collect(Collectors.joining(", "));
            }
        }
        return messages.getMessage(broken.getKey(), arguments, locale);
    }

    private String other(Locale locale) {
        return messages.getMessage("units.change.points.other", null, locale);
    }

    private String page(String id, CurrentUser user, Locale locale, Model model) {
        model.addAttribute("page", pages.page(reforms.get(number(id), user), user, locale));
        return "units/change";
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException unreadable) {
            throw new NotFound("unit-change", id);
        }
    }
}
