package vn.tungnha.contests.web;

import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.tungnha.contests.ContestView;
import vn.tungnha.contests.Contests;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Paging;

/** Contests a team may enter, and the way in for whoever has to sign in first. */
@Controller
@RequiredArgsConstructor
class FieldContestsController {

    private static final Paging OWN = new Paging(0, 20);

    private final Contests contests;
    private final ContestPages pages;

    record Line(String url, String name, String place, String days, String level, String state) {}

    @GetMapping("/field/contests")
    @Allowed({Role.TEAM_LEADER, Role.TEAM_MEMBER})
    String list(CurrentUser user, Locale locale, Model model) {
        ContestWords words = pages.words(locale);
        boolean leads = user.has(Role.TEAM_LEADER);
        List<ContestView> open = contests.forTeams(user);
        model.addAttribute(
                "open",
                open.stream()
                        .map(it -> line(it, it.open() ? "/public/contests/" + it.code() : null, words))
                        .toList());
        model.addAttribute(
                "own",
                leads
                        ? contests.list(user, OWN).items().stream()
                                .filter(it -> contests.mayRun(it, user))
                                .map(it -> line(it, "/contests/" + it.id(), words))
                                .toList()
                        : List.of());
        model.addAttribute("leads", leads);
        return "contests/field-list";
    }

    /** Leads whoever is not signed in through the login, and then to the contest. */
    @GetMapping("/contests/join/{code}")
    @Allowed
    String join(@PathVariable String code) {
        return "redirect:/public/contests/" + contests.byCode(code).code();
    }

    private static Line line(ContestView contest, @Nullable String url, ContestWords words) {
        return new Line(
                url == null ? "" : url,
                contest.name(),
                contest.place(),
                words.days(contest),
                ContestWords.level(contest.state()),
                words.say("contests.state." + contest.state()));
    }
}
