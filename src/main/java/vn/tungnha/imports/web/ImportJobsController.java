package vn.tungnha.imports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
import vn.tungnha.imports.ImportPreview;
import vn.tungnha.imports.ImportPreview.Show;
import vn.tungnha.shared.NotFound;

/** One file that was sent: what was found in it, and storing it. */
@Controller
@RequestMapping("/imports/jobs/{id}")
@RequiredArgsConstructor
class ImportJobsController {

    private final ImportDesk desk;
    private final ImportPreview preview;
    private final ImportPages pages;

    @GetMapping
    @Allowed({Role.WARD_OFFICER, Role.ADMIN})
    String show(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Show show,
            @RequestParam(defaultValue = "0") int p,
            CurrentUser user,
            Locale locale,
            Model model) {
        model.addAttribute("page", pages.job(desk.get(id, user), show, p, locale));
        return "imports/job";
    }

    @PostMapping("/storing")
    @Allowed({Role.WARD_OFFICER, Role.ADMIN})
    String store(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean partial,
            CurrentUser user,
            Locale locale) {
        desk.store(id, partial, user, locale);
        return "redirect:/imports/jobs/" + id;
    }

    @PostMapping("/cancellation")
    @Allowed({Role.WARD_OFFICER, Role.ADMIN})
    String cancel(@PathVariable UUID id, CurrentUser user) {
        ImportJob job = desk.get(id, user);
        desk.cancel(id, user);
        return "redirect:/imports/" + job.kind();
    }

    @GetMapping("/refused.xlsx")
    @Allowed({Role.WARD_OFFICER, Role.ADMIN})
    void refused(@PathVariable UUID id, CurrentUser user, Locale locale, HttpServletResponse response)
            throws IOException {
        ImportJob job = desk.get(id, user);
        if (!preview.available(job)) {
            throw new NotFound("upload", id);
        }
        XlsxAnswer.name(response, "can-sua-" + job.kind() + ".xlsx");
        preview.refused(job, locale, response.getOutputStream());
    }
}
