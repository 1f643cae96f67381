package vn.tungnha.visits.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.visits.Round;
import vn.tungnha.visits.Rounds;
import vn.tungnha.visits.Shares;
import vn.tungnha.visits.TeamPeople;

/** Sharing out the day's list among the members of a team, by one thumb. */
@Controller
@RequestMapping("/field/share")
@Allowed({Role.TEAM_LEADER, Role.TEAM_MEMBER})
@RequiredArgsConstructor
class ShareController {

    private static final String NOBODY = "none";

    private final FieldTeams teams;
    private final Rounds rounds;
    private final Shares shares;
    private final TeamPeople people;
    private final MessageSource messages;

    @GetMapping
    @Allowed(Role.TEAM_LEADER)
    String show(CurrentUser user, HttpSession session, Locale locale, Model model) {
        return page(SharePage.Typed.NOTHING, null, user, session, locale, model);
    }

    @PostMapping
    @Allowed(Role.TEAM_LEADER)
    String hand(
            @RequestParam MultiValueMap<String, String> sent,
            CurrentUser user,
            HttpSession session,
            Locale locale,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        Words words = new Words(messages, locale);
        String member = sent.getFirst("member");
        long team = teams.choose(null, user, session).team().id();
        try {
            if (member == null) {
                throw RuleBroken.at("member", "visits.error.share-whom");
            }
            UUID taker = member.equals(NOBODY) ? null : JsonFields.uuid(member, "member");
            Shares.Done done = shares.hand(team, taker, wanted(sent), user);
            String said = taker == null
                    ? words.say("visits.share.freed", done.households())
                    : words.say("visits.share.handed", done.households(), name(team, taker, user));
            Undo.offer(after, said, "/field/share/" + done.id() + "/undo");
            return "redirect:/field/share";
        } catch (RuleBroken broken) {
            response.setStatus(422);
            SharePage.Typed typed = new SharePage.Typed(member, Set.of(), all(sent, "alleys"), all(sent, "households"));
            return page(typed, problem(broken, "alleys", words), user, session, locale, model);
        }
    }

    @PostMapping("/evenly")
    @Allowed(Role.TEAM_LEADER)
    String evenly(
            @RequestParam MultiValueMap<String, String> sent,
            CurrentUser user,
            HttpSession session,
            Locale locale,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        Words words = new Words(messages, locale);
        long team = teams.choose(null, user, session).team().id();
        try {
            List<UUID> takers = all(sent, "members").stream()
                    .map(one -> JsonFields.uuid(one, "members"))
                    .toList();
            Shares.Done done = shares.evenly(team, takers, user);
            Undo.offer(
                    after,
                    words.say("visits.share.even-done", done.households(), takers.size()),
                    "/field/share/" + done.id() + "/undo");
            return "redirect:/field/share";
        } catch (RuleBroken broken) {
            response.setStatus(422);
            SharePage.Typed typed = new SharePage.Typed(null, all(sent, "members"), Set.of(), Set.of());
            return page(typed, problem(broken, "members", words), user, session, locale, model);
        }
    }

    /** Goes there oneself, whoever had it. */
    @PostMapping("/takeover")
    String take(
            @RequestParam MultiValueMap<String, String> sent,
            CurrentUser user,
            HttpSession session,
            Locale locale,
            RedirectAttributes after) {
        Words words = new Words(messages, locale);
        try {
            Shares.Done done =
                    shares.take(teams.choose(null, user, session).team().id(), wanted(sent), user);
            Undo.offer(
                    after, words.say("visits.share.taken", done.households()), "/field/share/" + done.id() + "/undo");
        } catch (RuleBroken broken) {
            after.addFlashAttribute("flash", words.why(broken));
            after.addFlashAttribute("flashBad", true);
        }
        return "redirect:/field";
    }

    @PostMapping("/{share}/undo")
    String undo(
            @PathVariable UUID share, CurrentUser user, HttpSession session, Locale locale, RedirectAttributes after) {
        shares.undo(teams.choose(null, user, session).team().id(), share, user);
        after.addFlashAttribute("flash", new Words(messages, locale).say("visits.share.undone"));
        return user.has(Role.TEAM_LEADER) ? "redirect:/field/share" : "redirect:/field";
    }

    private String page(
            SharePage.Typed typed,
            SharePage.@Nullable Problem problem,
            CurrentUser user,
            HttpSession session,
            Locale locale,
            Model model) {
        Rounds.FieldTeam team = teams.choose(null, user, session).team();
        Round round = rounds.today(team.id(), user);
        Words words = new Words(messages, locale);
        Map<UUID, String> members = people.names(team.id(), round.day(), user);
        model.addAttribute(
                "page",
                SharePage.of(
                        team.name() + " · " + words.vn().weekdayAndDay(round.day()),
                        round,
                        members,
                        typed,
                        problem,
                        words));
        return "visits/field/share";
    }

    private String name(long team, UUID member, CurrentUser user) {
        return people.names(team, rounds.day(), user).getOrDefault(member, "");
    }

    private static Set<String> all(MultiValueMap<String, String> sent, String name) {
        return new LinkedHashSet<>(sent.getOrDefault(name, List.of()));
    }

    private static Shares.Wanted wanted(MultiValueMap<String, String> sent) {
        return new Shares.Wanted(
                all(sent, "alleys"),
                all(sent, "households").stream()
                        .map(one -> JsonFields.uuid(one, "households"))
                        .collect(Collectors.toSet()));
    }

    private static SharePage.Problem problem(RuleBroken broken, String otherwise, Words words) {
        String field = broken.getField();
        boolean known = field != null && Set.of("member", "members", "alleys").contains(field);
        return new SharePage.Problem(known && field != null ? field : otherwise, words.why(broken));
    }
}
