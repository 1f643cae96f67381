package vn.tungnha.imports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.imports.ImportDesk;
import vn.tungnha.imports.ImportJob;
import vn.tungnha.imports.ImportMending;
import vn.tungnha.imports.ImportPreview;
import vn.tungnha.imports.ImportPreview.Show;
import vn.tungnha.shared.NotFound;

/** One file that was sent: what was found in it, and storing it. */
@Controller
@RequestMapping("/imports/jobs/{id}")
@RequiredArgsConstructor
class ImportJobsController {

    /** Before the code of a column. */
    private static final String CELL = "c.";

    private final ImportDesk desk;
    private final ImportPreview preview;
    private final ImportPages pages;
    private final ImportRows rows;
    private final ImportMending mending;

    @GetMapping
    @Allowed({Role.WARD_OFFICER, Role.ADMIN})
    String show(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Show show,
            @RequestParam(defaultValue = "0") int p,
            CurrentUser user,
            Locale locale,
            Model model) {
        ImportJob job = desk.get(id, user);
        if (job.status() == ImportJob.Status.COLUMNS) {
            return "redirect:/imports/jobs/" + id + "/columns";
        }
        model.addAttribute("page", pages.job(job, show, p, locale));
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
        return job.running() ? "redirect:/imports/jobs/" + id : "redirect:/imports/" + job.kind();
    }

    @PostMapping("/rows/{row}")
    @Allowed({Role.WARD_OFFICER, Role.ADMIN})
    String mend(
            @PathVariable UUID id,
            @PathVariable int row,
            @RequestParam Map<String, String> typed,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        ImportJob job = desk.get(id, user);
        Map<String, String> cells = typed.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(CELL))
                .collect(Collectors.toMap(entry -> entry.getKey().substring(CELL.length()), Map.Entry::getValue));
        switch (typed.getOrDefault("act", "")) {
            case "drop" -> mending.drop(job, row, user, locale);
            case "restore" -> mending.restore(job, row, user, locale);
            default -> mending.mend(job, row, cells, user, locale);
        }
        flash.addFlashAttribute("flash", rows.mended(row, mending.left(id, row, user), locale));
        return UriComponentsBuilder.fromPath("redirect:/imports/jobs/{id}")
                .queryParamIfPresent("show", Optional.ofNullable(show(typed)))
                .queryParamIfPresent("p", Optional.ofNullable(typed.get("p")).filter(p -> p.matches("\\d{1,6}")))
                .fragment("row-" + row)
                .build(id)
                .toString();
    }

    private static @Nullable Show show(Map<String, String> typed) {
        return Arrays.stream(Show.values())
                .filter(it -> it.name().equals(typed.get("show")))
                .findFirst()
                .orElse(null);
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
