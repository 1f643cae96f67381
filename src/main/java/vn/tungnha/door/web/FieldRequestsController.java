package vn.tungnha.door.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.door.RequestInbox;
import vn.tungnha.door.RequestList;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.RuleBroken;

/** What citizens asked of a team, on its members' phones. */
@Controller
@RequestMapping("/field/requests")
@RequiredArgsConstructor
class FieldRequestsController {

    private static final int DAYS_BACK = 30;

    private final RequestInbox inbox;
    private final RequestList list;
    private final RequestPages pages;
    private final MessageSource messages;
    private final Clock clock;

    @GetMapping
    @Allowed({Role.TEAM_LEADER, Role.TEAM_MEMBER})
    String all(CurrentUser user, Locale locale, Model model) {
        DoorWords words = new DoorWords(messages, locale);
        LocalDate today = Days.today(clock);
        List<RequestLine> open = new ArrayList<>();
        List<RequestLine> settled = new ArrayList<>();
        for (long team : user.scope().teams()) {
            list.ofTeam(team).forEach(request -> open.add(RequestLine.of(request, today, words)));
            list.settledBy(team, today.minusDays(DAYS_BACK))
                    .forEach(request -> settled.add(RequestLine.of(request, today, words)));
        }
        model.addAttribute("open", open);
        model.addAttribute("settled", settled);
        return "door/field-list";
    }

    @GetMapping("/{id}")
    @Allowed(
            value = {Role.TEAM_LEADER, Role.TEAM_MEMBER},
            place = "request:id",
            data = Data.PEOPLE)
    String show(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        return pages.phone(id, null, null, user, locale, model);
    }

    @PostMapping("/{id}/arrival")
    @Allowed(
            value = {Role.TEAM_LEADER, Role.TEAM_MEMBER},
            place = "request:id",
            data = Data.PEOPLE)
    String arrived(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) @Nullable UUID visit,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return done(
                id,
                words,
                "door.done.arrived",
                user,
                locale,
                model,
                flash,
                response,
                () -> inbox.visited(id, version, words, visit, user));
    }

    /** Where a call was enough. */
    @PostMapping("/{id}/answer")
    @Allowed(
            value = {Role.TEAM_LEADER, Role.TEAM_MEMBER},
            place = "request:id",
            data = Data.PEOPLE)
    String answered(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "") String words,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return done(
                id,
                words,
                "door.done.answered",
                user,
                locale,
                model,
                flash,
                response,
                () -> inbox.answer(id, version, words, user));
    }

    private String done(
            UUID id,
            String typed,
            String said,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response,
            Runnable change) {
        try {
            change.run();
        } catch (RuleBroken broken) {
            response.setStatus(422);
            return pages.phone(id, broken, typed, user, locale, model);
        }
        flash.addFlashAttribute("flash", new DoorWords(messages, locale).say(said));
        return "redirect:/field/requests";
    }
}
