package vn.tungnha.visits.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
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
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Segment;
import vn.tungnha.teams.Teams;
import vn.tungnha.visits.Catalogue;
import vn.tungnha.visits.Entry;
import vn.tungnha.visits.HeldRow;
import vn.tungnha.visits.Inbox;
import vn.tungnha.visits.Outcome;
import vn.tungnha.visits.VisitLog;
import vn.tungnha.visits.VisitQuery;
import vn.tungnha.visits.VisitRow;
import vn.tungnha.visits.VisitStatus;
import vn.tungnha.visits.Visits;

/** The ward's list of visits, and one visit with all its versions side by side. */
@Controller
@RequestMapping("/visits")
@RequiredArgsConstructor
class VisitsController {

    private static final int LINES = 50;

    private final VisitLog log;
    private final Inbox inbox;
    private final Visits visits;
    private final Catalogue catalogue;
    private final Teams register;
    private final MessageSource messages;

    record Line(
            String id,
            String when,
            String address,
            String team,
            String outcome,
            String accounts,
            String by,
            String status,
            @Nullable String origin,
            @Nullable String attention,
            @Nullable String followUp) {}

    @GetMapping
    @Allowed(
            value = {Role.ADMIN, Role.WARD_OFFICER, Role.WARD_LEADER, Role.TEAM_LEADER, Role.TEAM_MEMBER},
            data = Data.PEOPLE)
    String list(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable Long team,
            @RequestParam(required = false) @Nullable Outcome outcome,
            @RequestParam(defaultValue = "ALL") VisitQuery.Show show,
            @RequestParam(defaultValue = "0") int p,
            CurrentUser user,
            Locale locale,
            Model model) {
        Words words = new Words(messages, locale);
        if (team != null) {
            register.get(team, user);
        }
        PageOf<VisitRow> page = log.list(new VisitQuery(day, team, outcome, show, null), user, new Paging(p, LINES));
        String address = UriComponentsBuilder.fromPath("/visits")
                .queryParamIfPresent("day", Optional.ofNullable(day))
                .queryParamIfPresent("team", Optional.ofNullable(team))
                .queryParamIfPresent("outcome", Optional.ofNullable(outcome))
                .queryParam("show", show)
                .toUriString();
        List<Choice> outcomes = new ArrayList<>(List.of(new Choice("", words.say("visits.list.any"))));
        catalogue.outcomes().forEach(one -> outcomes.add(new Choice(one.code().name(), one.name(locale))));
        List<Choice> teams = new ArrayList<>(List.of(new Choice("", words.say("visits.list.any"))));
        log.teams(user).forEach((id, name) -> teams.add(new Choice(String.valueOf(id), name)));
        model.addAttribute(
                "lines", page.items().stream().map(row -> line(row, words)).toList());
        model.addAttribute("pages", Pages.of(page, address, words.vn()));
        model.addAttribute("outcomes", outcomes);
        model.addAttribute("teams", teams);
        model.addAttribute("day", day == null ? "" : day.toString());
        model.addAttribute("team", team == null ? "" : team.toString());
        model.addAttribute("outcome", outcome == null ? "" : outcome.name());
        model.addAttribute("paper", user.has(Role.WARD_OFFICER));
        PageOf<HeldRow> waiting = show == VisitQuery.Show.ATTENTION
                ? inbox.waiting(user, new Paging(0, LINES))
                : PageOf.of(List.of(), new Paging(0, LINES), 0);
        model.addAttribute(
                "held",
                (p == 0 ? waiting.items() : List.<HeldRow>of())
                        .stream().map(row -> HeldLine.ofWard(row, words)).toList());
        model.addAttribute("count", words.say("visits.list.count", words.vn().number(page.total() + waiting.total())));
        model.addAttribute(
                "heldCount", words.say("visits.list.count", words.vn().number(waiting.total())));
        model.addAttribute("show", show.name());
        model.addAttribute("menu", show == VisitQuery.Show.ATTENTION ? "visits.attention" : "visits.list");
        model.addAttribute(
                "tabs",
                Arrays.stream(VisitQuery.Show.values())
                        .map(each ->
                                new Segment(words.say("visits.list.tab." + each), "/visits?show=" + each, each == show))
                        .toList());
        return "visits/list";
    }

    @GetMapping("/{id}")
    @Allowed(
            value = {Role.ADMIN, Role.WARD_OFFICER, Role.WARD_LEADER, Role.TEAM_LEADER, Role.TEAM_MEMBER},
            place = "visit:id",
            data = Data.PEOPLE)
    String show(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        model.addAttribute("page", VisitPage.of(log.get(id, user), catalogue, new Words(messages, locale)));
        model.addAttribute("settleable", user.has(Role.WARD_OFFICER));
        model.addAttribute("correctable", user.has(Role.WARD_OFFICER, Role.TEAM_LEADER, Role.TEAM_MEMBER));
        return "visits/show";
    }

    /** The ward has looked at a visit that called for it. */
    @PostMapping("/{id}/settlement")
    @Allowed(value = Role.WARD_OFFICER, place = "visit:id", data = Data.PEOPLE)
    String settle(@PathVariable UUID id, CurrentUser user, Locale locale, RedirectAttributes after) {
        visits.settle(id, user);
        after.addFlashAttribute("flash", new Words(messages, locale).say("visits.settled"));
        return "redirect:/visits/" + id;
    }

    /** How it came in, where that is out of the ordinary. */
    private static @Nullable String origin(VisitRow row, Words words) {
        if (row.atDesk()) {
            return words.say("paper.at-desk");
        }
        return row.entry() == Entry.PAPER ? words.say("paper.by-paper") : null;
    }

    /** Hoàn tác: somebody should look at it once more. */
    @PostMapping("/{id}/reopening")
    @Allowed(value = Role.WARD_OFFICER, place = "visit:id", data = Data.PEOPLE)
    String reopen(@PathVariable UUID id, CurrentUser user, Locale locale, RedirectAttributes after) {
        visits.reopen(id, user);
        after.addFlashAttribute("flash", new Words(messages, locale).say("visits.reopened"));
        return "redirect:/visits/" + id;
    }

    private Line line(VisitRow row, Words words) {
        boolean withdrawn = row.status() == VisitStatus.WITHDRAWN;
        return new Line(
                row.id().toString(),
                words.vn().moment(row.visitedAt()),
                Words.address(row.alley(), row.number()),
                row.teamName(),
                SentPage.label(row.outcome(), catalogue.outcomes(), words),
                row.activated() == 0 ? "" : words.vn().number(row.activated()),
                row.recordedBy() == null ? "" : row.recordedBy(),
                words.say("visits.status." + row.status()),
                origin(row, words),
                row.attention().isEmpty() || withdrawn
                        ? null
                        : words.say(
                                "visits.attention." + row.attention().iterator().next()),
                row.followUpAt() == null
                        ? null
                        : words.say("visits.list.follow-up", words.vn().moment(row.followUpAt())));
    }
}
