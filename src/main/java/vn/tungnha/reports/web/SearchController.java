package vn.tungnha.reports.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tungnha.households.HouseholdRow;
import vn.tungnha.households.RegisterSearch.HomeHit;
import vn.tungnha.households.RegisterSearch.PersonHit;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.lists.SeenLately;
import vn.tungnha.reports.Search;
import vn.tungnha.reports.Search.DecisionHit;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Vn;

/** The search box above every page. */
@Controller
@RequiredArgsConstructor
class SearchController {

    private static final int FEW = 8;
    private static final int MANY = 50;
    private static final int SHORTEST = 2;
    private static final int RECENT = 10;

    private final Search search;
    private final SeenLately seen;
    private final MessageSource messages;

    /** One thing found. */
    record Hit(String url, String text, String note) {}

    /** @param moreUrl where there are more than shown: the address of all of this kind */
    record Group(
            String title,
            List<Hit> hits,
            @Nullable String moreUrl,
            @Nullable Pages pages) {}

    @GetMapping("/search")
    @Allowed(data = Data.PEOPLE)
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(defaultValue = "0") int p,
            CurrentUser user,
            Locale locale,
            Model model) {
        Words words = Words.of(messages, locale);
        String text = q.strip();
        List<Group> groups = new ArrayList<>();
        if (text.length() >= SHORTEST) {
            Asked asked = new Asked(text, kind, p, user, words);
            asked.add(
                    groups,
                    "teams",
                    search::teams,
                    team -> new Hit(
                            "/teams/" + team.id(), team.name(), team.communeName() == null ? "" : team.communeName()));
            if (kind == null) {
                asked.few(groups, "people", search::people, SearchController::person);
                asked.few(groups, "homes", search::homes, SearchController::home);
            } else {
                asked.add(groups, "households", search::households, SearchController::household);
            }
            asked.add(
                    groups,
                    "members",
                    search::members,
                    member -> new Hit("/teams/" + member.teamId(), member.name(), member.team()));
            asked.add(
                    groups,
                    "units",
                    search::units,
                    unit -> new Hit("/dashboard/" + unit.code(), unit.fullName(), unit.code()));
            asked.few(groups, "decisions", search::decisions, decision -> decision(decision, words));
        }
        model.addAttribute("q", text);
        model.addAttribute("groups", groups);
        model.addAttribute("tooShort", text.length() < SHORTEST);
        model.addAttribute("seen", text.isEmpty() ? seen.of(user, RECENT, locale) : null);
        return "reports/search";
    }

    private static Hit person(PersonHit person) {
        String born = person.birthYear() == null ? "" : " · " + person.birthYear();
        return new Hit(
                "/households/" + person.household(),
                person.name() + born,
                person.number() + " " + person.alley() + " · " + person.village());
    }

    private static Hit home(HomeHit home) {
        return new Hit(
                "/households/" + home.id(),
                home.number() + " " + home.alley(),
                home.label() == null ? home.village() : home.label() + " · " + home.village());
    }

    private static Hit decision(DecisionHit decision, Words words) {
        String url = decision.team() == null ? "/units/changes/" + decision.change() : "/teams/" + decision.team();
        String day = decision.day() == null ? "" : " · " + words.vn().day(decision.day());
        return new Hit(url, decision.number() + day, decision.about());
    }

    private static Hit household(HouseholdRow row) {
        String who = row.householder() == null ? row.label() : row.householder();
        return new Hit(
                "/households/" + row.id(),
                row.number() + (who == null ? "" : " · " + who),
                row.alley() + " · " + row.villageName());
    }

    /** What a kind of thing is searched by. */
    private interface Finder<T> {
        PageOf<T> find(String q, CurrentUser user, Paging paging);
    }

    /** What is found at once and not counted. */
    private interface Glance<T> {
        List<T> find(String q, CurrentUser user, int most);
    }

    private record Asked(String q, @Nullable String kind, int page, CurrentUser user, Words words) {

        <T> void few(List<Group> groups, String name, Glance<T> glance, Function<T, Hit> hit) {
            if (kind != null) {
                return;
            }
            List<T> found = glance.find(q, user, FEW + 1);
            if (!found.isEmpty()) {
                groups.add(new Group(
                        words.say("search." + name),
                        found.stream().limit(FEW).map(hit).toList(),
                        found.size() > FEW && !name.equals("decisions") ? address("households") : null,
                        null));
            }
        }

        <T> void add(List<Group> groups, String name, Finder<T> finder, Function<T, Hit> hit) {
            boolean only = name.equals(kind);
            if (kind != null && !only) {
                return;
            }
            PageOf<T> found = finder.find(q, user, only ? new Paging(page, MANY) : new Paging(0, FEW));
            if (found.total() == 0) {
                return;
            }
            Vn vn = words.vn();
            groups.add(new Group(
                    words.say("search." + name, vn.number(found.total())),
                    found.items().stream().map(hit).toList(),
                    !only && found.total() > found.items().size() ? address(name) : null,
                    only ? Pages.of(found, address(name), vn) : null));
        }

        private String address(String name) {
            return UriComponentsBuilder.fromPath("/search")
                    .queryParam("q", "{q}")
                    .queryParam("kind", name)
                    .encode()
                    .buildAndExpand(q)
                    .toUriString();
        }
    }
}
