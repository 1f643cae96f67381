package vn.tungnha.visits.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
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
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.visits.Catalogue;
import vn.tungnha.visits.DeskCommand;
import vn.tungnha.visits.DeskLog;
import vn.tungnha.visits.Desks;

/** A help desk or market stall of the team: open it, take names. Counting is {@link DeskCountController}. */
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
    private final DeskPages pages;

    @GetMapping
    String list(CurrentUser user, HttpSession session, Locale locale, Model model) {
        MultiValueMap<String, String> fresh = new LinkedMultiValueMap<>();
        fresh.add("id", UUID.randomUUID().toString());
        fresh.add("startedAt", pages.now());
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
                            DeskPages.moment(form.text("startedAt"))),
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
        return pages.show(id, count, UUID.randomUUID(), Map.of(), q, null, user, locale, model);
    }
}
