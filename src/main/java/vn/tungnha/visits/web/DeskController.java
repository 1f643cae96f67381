package vn.tungnha.visits.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.visits.Catalogue;
import vn.tungnha.visits.CountCommand;
import vn.tungnha.visits.DeskCommand;
import vn.tungnha.visits.DeskLog;
import vn.tungnha.visits.DeskView;
import vn.tungnha.visits.Desks;

/** A help desk or market stall of the team: open it, count who comes, take names. */
@Controller
@RequestMapping("/field/desk")
@Allowed({Role.TEAM_LEADER, Role.TEAM_MEMBER})
@RequiredArgsConstructor
class DeskController {

    private final FieldTeams teams;
    private final Desks desks;
    private final DeskLog log;
    private final Catalogue catalogue;
    private final MessageSource messages;
    private final Clock clock;

    @GetMapping
    String list(CurrentUser user, HttpSession session, Locale locale, Model model) {
        MultiValueMap<String, String> fresh = new LinkedMultiValueMap<>();
        fresh.add("id", UUID.randomUUID().toString());
        fresh.add("startedAt", VisitFormPage.LOCAL.format(LocalDateTime.ofInstant(clock.instant(), Days.ZONE)));
        return list(fresh, null, user, session, locale, model);
    }

    private String list(
            MultiValueMap<String, String> typed,
            @Nullable String error,
            CurrentUser user,
            HttpSession session,
            Locale locale,
            Model model) {
        Words words = new Words(messages, locale);
        var team = teams.choose(null, user, session).team();
        model.addAttribute("teamName", team.name());
        model.addAttribute("typed", typed.toSingleValueMap());
        model.addAttribute("error", error);
        model.addAttribute("topics", DeskPage.topics(catalogue, words));
        model.addAttribute("team", team.id());
        model.addAttribute("account", user.accountId());
        model.addAttribute(
                "lines",
                log.last(team.id(), user).stream()
                        .map(line -> new DeskPage.Line(
                                line.id().toString(),
                                "/field/desk/" + line.id(),
                                line.name(),
                                words.say("paper.desk.line", words.vn().day(line.day()), line.persons(), line.turns())))
                        .toList());
        return "visits/paper/desks";
    }

    @PostMapping
    String open(
            @RequestParam MultiValueMap<String, String> sent,
            CurrentUser user,
            HttpSession session,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        VisitForm form = new VisitForm(sent);
        try {
            long team = teams.choose(null, user, session).team().id();
            String topic = form.text("topic");
            UUID id = desks.open(
                    new DeskCommand(
                            form.id(),
                            team,
                            form.text("name"),
                            null,
                            topic.isEmpty() ? null : topic,
                            moment(form.text("startedAt"))),
                    user);
            return "redirect:/field/desk/" + id;
        } catch (RuleBroken broken) {
            response.setStatus(422);
            return list(sent, new Words(messages, locale).why(broken), user, session, locale, model);
        }
    }

    @GetMapping("/{id}")
    @Allowed(
            value = {Role.TEAM_LEADER, Role.TEAM_MEMBER},
            place = "desk:id",
            data = Data.PEOPLE)
    String show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean count,
            CurrentUser user,
            Locale locale,
            Model model) {
        return show(id, count, UUID.randomUUID(), Map.of(), q, null, user, locale, model);
    }

    /** People guided without names; how many by topic. */
    @PostMapping("/{id}/counts")
    @Allowed(
            value = {Role.TEAM_LEADER, Role.TEAM_MEMBER},
            place = "desk:id",
            data = Data.PEOPLE)
    String count(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        VisitForm form = new VisitForm(sent);
        Words words = new Words(messages, locale);
        DeskView desk = log.get(id, user);
        boolean named = form.text("from").equals("names");
        try {
            Map<String, Integer> turns = turns(form, desk);
            desks.count(new CountCommand(form.id(), id, desk.teamId(), counted(form, desk), turns), null, user);
            int all = turns.values().stream().mapToInt(Integer::intValue).sum();
            after.addFlashAttribute("flash", words.say("paper.desk.counted", all));
            return "redirect:/field/desk/" + id + (named ? "" : "?count=true");
        } catch (RuleBroken broken) {
            response.setStatus(422);
            return show(id, true, form.id(), sent.toSingleValueMap(), "", words.why(broken), user, locale, model);
        }
    }

    @PostMapping("/{id}/counts/{count}/withdrawal")
    @Allowed(
            value = {Role.TEAM_LEADER, Role.TEAM_MEMBER},
            place = "desk:id",
            data = Data.PEOPLE)
    String withdraw(
            @PathVariable UUID id,
            @PathVariable UUID count,
            CurrentUser user,
            Locale locale,
            RedirectAttributes after) {
        desks.withdraw(count, user);
        after.addFlashAttribute("flash", new Words(messages, locale).say("paper.desk.withdrawn"));
        return "redirect:/field/desk/" + id + "?count=true";
    }

    private String show(
            UUID id,
            boolean counting,
            UUID countId,
            Map<String, String> typed,
            String q,
            @Nullable String error,
            CurrentUser user,
            Locale locale,
            Model model) {
        Instant at = clock.instant();
        DeskView desk = log.get(id, user);
        List<DeskView.Found> found = q.isBlank() ? List.of() : log.find(desk.teamId(), q, user);
        model.addAttribute("account", user.accountId());
        model.addAttribute("now", VisitFormPage.LOCAL.format(LocalDateTime.ofInstant(clock.instant(), Days.ZONE)));
        model.addAttribute(
                "page",
                DeskPage.of(
                        desk, at, counting, countId, typed, q, found, error, catalogue, new Words(messages, locale)));
        return "visits/paper/desk";
    }

    /** One more nobody knows counts for what the desk is about. */
    private Map<String, Integer> turns(VisitForm form, DeskView desk) {
        Map<String, Integer> turns = new LinkedHashMap<>();
        if (form.text("from").equals("names")) {
            turns.put(desk.topic() == null ? "OTHER" : desk.topic(), 1);
            return turns;
        }
        catalogue.topics().forEach(topic -> {
            String typed = form.text("turns." + topic.code());
            if (!typed.isEmpty() && !typed.equals("0")) {
                turns.put(topic.code(), number(typed));
            }
        });
        return turns;
    }

    private static int number(String typed) {
        try {
            return Integer.parseInt(typed);
        } catch (NumberFormatException unreadable) {
            throw RuleBroken.at("turns", "visits.error.number");
        }
    }

    /** The moment the page was opened, so that sending it again says the same. */
    private static Instant counted(VisitForm form, DeskView desk) {
        String at = form.text("at");
        return at.isEmpty() ? desk.startedAt() : moment(at);
    }

    private static Instant moment(String text) {
        try {
            return LocalDateTime.parse(text).atZone(Days.ZONE).toInstant();
        } catch (DateTimeException unreadable) {
            throw RuleBroken.at("startedAt", "visits.error.moment");
        }
    }
}
