package vn.tungnha.imports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
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
import vn.tungnha.imports.Corrected;
import vn.tungnha.imports.Correction;
import vn.tungnha.imports.ImportColumns;
import vn.tungnha.imports.ImportDesk;
import vn.tungnha.imports.ImportJob;
import vn.tungnha.imports.Imports;
import vn.tungnha.imports.sheet.Layout;
import vn.tungnha.shared.table.Column;

/** What the columns of a file mean, looked at and corrected. */
@Controller
@RequestMapping("/imports/jobs/{id}/columns")
@RequiredArgsConstructor
class ImportColumnsController {

    private static final int UNPROCESSABLE = 422;

    private final ImportDesk desk;
    private final ImportColumns columns;
    private final ColumnsPages pages;
    private final Imports imports;

    @GetMapping
    @Allowed({Role.WARD_OFFICER, Role.ADMIN})
    String show(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        ImportJob job = desk.get(id, user);
        model.addAttribute("page", pages.page(job, columns.layout(job), List.of(), locale));
        return "imports/columns";
    }

    @PostMapping
    @Allowed({Role.WARD_OFFICER, Role.ADMIN})
    String correct(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            CurrentUser user,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        ImportJob job = desk.get(id, user);
        Layout layout = columns.layout(job);
        List<String> codes =
                imports.kind(job.kind()).columns().stream().map(Column::code).toList();
        Correction correction = ColumnsForm.read(typed, layout, codes);
        Corrected corrected = columns.correct(job, correction, user, locale);
        if (!corrected.pointed().isEmpty()) {
            return "redirect:/imports/jobs/" + id + "/columns";
        }
        if (!corrected.wrong().isEmpty()) {
            response.setStatus(UNPROCESSABLE);
            model.addAttribute("page", pages.page(job, corrected.layout(), corrected.wrong(), locale));
            return "imports/columns";
        }
        columns.check(job, user, locale);
        return "redirect:/imports/jobs/" + id;
    }

    @PostMapping("/forgetting")
    @Allowed({Role.WARD_OFFICER, Role.ADMIN})
    String forget(@PathVariable UUID id, @RequestParam String fingerprint, CurrentUser user) {
        columns.forget(desk.get(id, user), fingerprint, user);
        return "redirect:/imports/jobs/" + id + "/columns";
    }
}
