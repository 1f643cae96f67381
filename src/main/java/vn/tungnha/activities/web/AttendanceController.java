package vn.tungnha.activities.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.activities.Activities;
import vn.tungnha.activities.ActivityOutcome;
import vn.tungnha.activities.ActivityPerson;
import vn.tungnha.activities.Attendance;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.RuleBroken;

/** Who is on duty, who signs up, who was there; calling off and closing. */
@Controller
@RequestMapping("/activities/{id}")
@Organisers(place = "activity:id")
@RequiredArgsConstructor
class AttendanceController {

    private final Activities activities;
    private final Attendance attendance;
    private final ActivityPages pages;
    private final MessageSource messages;

    @PostMapping("/duty")
    String duty(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Set<UUID> members,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return done(
                id,
                "activities.duty.saved",
                () -> attendance.assign(id, all(members), user),
                user,
                locale,
                model,
                flash,
                response);
    }

    @PostMapping("/people")
    String signUp(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Set<UUID> members,
            @RequestParam(required = false) @Nullable UUID resident,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return done(
                id,
                "activities.people.saved",
                () -> {
                    if (resident != null) {
                        attendance.signUpResident(id, resident, user);
                    } else {
                        attendance.signUp(id, all(members), user);
                    }
                },
                user,
                locale,
                model,
                flash,
                response);
    }

    @PostMapping("/presence")
    String mark(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable List<UUID> shown,
            @RequestParam(required = false) @Nullable Set<UUID> present,
            @RequestParam(defaultValue = "LIST") ActivityPerson.Marked how,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return done(
                id,
                "activities.presence.saved",
                () -> attendance.mark(id, shown == null ? List.of() : shown, all(present), how, user),
                user,
                locale,
                model,
                flash,
                response);
    }

    @PostMapping("/people/{person}/removal")
    String remove(
            @PathVariable UUID id,
            @PathVariable UUID person,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return done(
                id,
                "activities.people.removed",
                () -> attendance.remove(id, person, user),
                user,
                locale,
                model,
                flash,
                response);
    }

    @PostMapping("/cancellation")
    String cancel(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return done(
                id,
                "activities.cancelled",
                () -> activities.cancel(id, reason, user),
                user,
                locale,
                model,
                flash,
                response);
    }

    @PostMapping("/closing")
    String close(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "") String others,
            @RequestParam(defaultValue = "") String happy,
            @RequestParam(defaultValue = "") String neutral,
            @RequestParam(defaultValue = "") String unhappy,
            @RequestParam(defaultValue = "") String results,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        model.addAttribute("typed", new Typed(others, happy, neutral, unhappy, results));
        return done(
                id,
                "activities.closed",
                () -> activities.close(
                        id,
                        version,
                        new ActivityOutcome(
                                number("others", others),
                                number("happy", happy),
                                number("neutral", neutral),
                                number("unhappy", unhappy),
                                results.isBlank() ? null : results.strip()),
                        user),
                user,
                locale,
                model,
                flash,
                response);
    }

    /** What was typed of an outcome, to be shown again beside what is wrong with it. */
    record Typed(String others, String happy, String neutral, String unhappy, String results) {}

    private static @Nullable Integer number(String field, String typed) {
        try {
            return typed.isBlank() ? null : Integer.valueOf(typed.strip().replace(".", ""));
        } catch (NumberFormatException unreadable) {
            throw RuleBroken.at(field, "activities.error.number", 0, 100_000);
        }
    }

    private static Set<UUID> all(@Nullable Set<UUID> ids) {
        return ids == null ? Set.of() : new HashSet<>(ids);
    }

    private String done(
            UUID id,
            String said,
            Runnable change,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        ActivityWords words = new ActivityWords(messages, locale);
        try {
            change.run();
        } catch (RuleBroken broken) {
            response.setStatus(422);
            return pages.refused(id, words.why(broken), user, locale, model);
        }
        flash.addFlashAttribute("flash", words.say(said));
        return pages.back(id, user);
    }
}
