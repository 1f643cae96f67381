package vn.tungnha.teams.web;

import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.teams.Pace;
import vn.tungnha.teams.TeamQuery;

/** The list of teams and the page of one. */
@Controller
@RequiredArgsConstructor
class TeamsController {

    private final TeamsListing listing;
    private final TeamShowing showing;

    @GetMapping("/teams")
    @Allowed(place = "unit:unit")
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String responsible,
            @RequestParam(required = false) @Nullable Pace activity,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(defaultValue = "NAME") TeamQuery.Sort sort,
            @RequestParam(defaultValue = "0") int p,
            CurrentUser user,
            Locale locale,
            Model model) {
        model.addAttribute(
                "page",
                listing.page(
                        new TeamsListing.TeamFilter(blank(q), blank(responsible), activity, blank(unit), sort, p),
                        user,
                        locale));
        return "teams/list";
    }

    @GetMapping("/teams/{id}")
    @Allowed(place = "team:id")
    String show(@PathVariable long id, CurrentUser user, Locale locale, Model model) {
        model.addAttribute("page", showing.page(id, user, locale));
        return "teams/show";
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
