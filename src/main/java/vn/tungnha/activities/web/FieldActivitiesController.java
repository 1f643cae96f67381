package vn.tungnha.activities.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.activities.ActivityLog;
import vn.tungnha.activities.ActivityView;
import vn.tungnha.activities.Attendance;
import vn.tungnha.activities.Campaigns;
import vn.tungnha.activities.Certificates;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.RuleBroken;

/** Activities on the phone: what comes, one of them, and checking in at its door. */
@Controller
@RequestMapping("/field/activities")
@Allowed({Role.TEAM_LEADER, Role.TEAM_MEMBER})
@RequiredArgsConstructor
class FieldActivitiesController {

    private static final int BACK = 45;
    private static final int AHEAD = 60;

    private final ActivityLog log;
    private final Attendance attendance;
    private final Campaigns campaigns;
    private final Certificates certificates;
    private final ActivityPages pages;
    private final MessageSource messages;
    private final Clock clock;

    @GetMapping
    String list(CurrentUser user, Locale locale, Model model) {
        ActivityWords words = new ActivityWords(messages, locale);
        LocalDate today = Days.today(clock);
        List<ActivityView> all = log.between(today.minusDays(BACK), today.plusDays(AHEAD), null, user);
        model.addAttribute("coming", cards(all.stream().filter(it -> !it.day().isBefore(today)), words));
        List<ActivityCard> past =
                new ArrayList<>(cards(all.stream().filter(it -> it.day().isBefore(today)), words));
        Collections.reverse(past);
        model.addAttribute("past", past);
        model.addAttribute("campaigns", pages.running(campaigns.running(today, user), words));
        model.addAttribute("mayPlan", user.has(Role.TEAM_LEADER));
        return "activities/field-list";
    }

    @GetMapping("/{id}")
    @Allowed(
            value = {Role.TEAM_LEADER, Role.TEAM_MEMBER},
            place = "activity:id")
    String show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String q,
            CurrentUser user,
            Locale locale,
            Model model) {
        return pages.show(id, q, user, locale, model);
    }

    /** What the code at the door leads to: one question, so that opening an address tells nothing. */
    @GetMapping("/{id}/check-in")
    String atTheDoor(
            @PathVariable UUID id,
            @RequestParam(name = "t", defaultValue = "") String token,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        return door(id, token, locale, model, response);
    }

    @PostMapping("/{id}/check-in")
    String checkIn(
            @PathVariable UUID id,
            @RequestParam(name = "t", defaultValue = "") String token,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        ActivityWords words = new ActivityWords(messages, locale);
        try {
            ActivityView activity = attendance.checkIn(id, token, user);
            flash.addFlashAttribute("flash", words.say("activities.checked-in", activity.title()));
            return "redirect:/field/activities";
        } catch (RuleBroken broken) {
            return door(id, token, locale, model, response);
        }
    }

    @GetMapping("/{id}/certificate.pdf")
    @Allowed(
            value = {Role.TEAM_LEADER, Role.TEAM_MEMBER},
            place = "activity:id")
    ResponseEntity<byte[]> certificate(@PathVariable UUID id, CurrentUser user) {
        return ActivityPapersController.pdf(certificates.own(id, user));
    }

    private String door(UUID id, String token, Locale locale, Model model, HttpServletResponse response) {
        ActivityWords words = new ActivityWords(messages, locale);
        model.addAttribute("id", id);
        model.addAttribute("token", token);
        try {
            model.addAttribute("card", ActivityCard.of(attendance.atTheDoor(id, token), "/field/activities/", words));
        } catch (RuleBroken broken) {
            response.setStatus(422);
            model.addAttribute("problem", words.why(broken));
        }
        return "activities/check-in";
    }

    private static List<ActivityCard> cards(Stream<ActivityView> activities, ActivityWords words) {
        return activities
                .map(activity -> ActivityCard.of(activity, "/field/activities/", words))
                .toList();
    }
}
