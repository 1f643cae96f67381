package vn.tungnha.imports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.imports.ImportDesk;
import vn.tungnha.imports.ImportJob;
import vn.tungnha.imports.ImportUndo;
import vn.tungnha.imports.Outlooks;
import vn.tungnha.shared.RuleBroken;

/** Taking a whole import back: what would go and what would stay, then doing it. */
@Controller
@RequestMapping("/imports/jobs/{id}/undo")
@RequiredArgsConstructor
class ImportUndoController {

    private static final int UNPROCESSABLE = 422;

    private final ImportDesk desk;
    private final Outlooks outlooks;
    private final UndoPages pages;

    @GetMapping
    @Allowed({Role.WARD_OFFICER, Role.ADMIN})
    String look(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        return page(desk.get(id, user), "", null, user, locale, model);
    }

    @PostMapping
    @Allowed({Role.WARD_OFFICER, Role.ADMIN})
    String takeBack(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            CurrentUser user,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        try {
            ImportUndo.requireReason(reason);
        } catch (RuleBroken missing) {
            response.setStatus(UNPROCESSABLE);
            return page(desk.get(id, user), reason, missing, user, locale, model);
        }
        desk.undo(id, reason, user, locale);
        return "redirect:/imports/jobs/" + id;
    }

    private String page(
            ImportJob job, String reason, @Nullable RuleBroken wrong, CurrentUser user, Locale locale, Model model) {
        List<RuleBroken> errors = wrong == null ? List.of() : List.of(wrong);
        Outlooks.Known known = outlooks.of(job, user, locale, Outlooks.PATIENCE);
        model.addAttribute("page", pages.page(job, known, reason, errors, locale));
        return "imports/undo";
    }
}
