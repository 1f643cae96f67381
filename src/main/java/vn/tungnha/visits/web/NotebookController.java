package vn.tungnha.visits.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.CurrentUser;

/** The addresses under which notebooks are typed in: the same for a team's own and for all of a ward. */
@RequiredArgsConstructor
abstract class NotebookController {

    private final String base;
    private final String template;
    private final NotebookPages pages;

    /** Those one may type for, by id. */
    abstract Map<Long, String> teams(CurrentUser user);

    @GetMapping
    String list(CurrentUser user, Locale locale, Model model) {
        pages.list(base, teams(user), user, locale, model);
        return template + "s";
    }

    @PostMapping
    String open(
            @RequestParam UUID id,
            @RequestParam long team,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            CurrentUser user) {
        return pages.open(base, id, team, day, user);
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        pages.show(base, id, user, locale, model);
        return template;
    }

    /** Saves what is complete, or whatever the button says. */
    @PostMapping("/{id}")
    String save(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        String next = pages.post(base, id, sent, user, locale, model, after, response);
        return next.isEmpty() ? template : next;
    }

    @PostMapping("/{id}/draft")
    ResponseEntity<Void> keep(
            @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent, CurrentUser user) {
        boolean joined = pages.keep(id, new NotebookForm(sent), user);
        return ResponseEntity.noContent()
                .header("Notebook-Joined", String.valueOf(joined))
                .build();
    }

    @GetMapping("/{id}/houses")
    String suggest(@PathVariable UUID id, @RequestParam(defaultValue = "") String q, CurrentUser user, Model model) {
        pages.suggest(id, q, user, model);
        return "visits/paper/grid :: suggestions";
    }

    @GetMapping("/{id}/row")
    String row(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "1") int n,
            CurrentUser user,
            Locale locale,
            Model model) {
        pages.freshRow(id, n, user, locale, model);
        return "visits/paper/grid :: row";
    }

    /** The same row with the household chosen and its people to mark; nothing is stored. */
    @PostMapping("/{id}/rows/{row}")
    String settle(
            @PathVariable UUID id,
            @PathVariable UUID row,
            @RequestParam UUID household,
            @RequestParam MultiValueMap<String, String> sent,
            CurrentUser user,
            Locale locale,
            Model model) {
        pages.settledRow(id, row, household, sent, user, locale, model);
        return "visits/paper/grid :: row";
    }
}
