package vn.tungnha.door.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
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
import vn.tungnha.door.RequestInbox;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.RuleBroken;

/** What a ward does with a request. */
@Controller
@RequestMapping("/requests/{id}")
@Allowed(
        value = {Role.WARD_OFFICER, Role.WARD_LEADER, Role.ADMIN},
        place = "request:id",
        data = Data.PEOPLE)
@RequiredArgsConstructor
class RequestActionsController {

    private final RequestInbox inbox;
    private final RequestPages pages;
    private final MessageSource messages;

    /** Who did what to which request, and where to say what came of it. */
    private record Turn(
            UUID id,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse answer) {}

    @PostMapping("/assignment")
    String assign(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "-1") long team,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return done(
                new Turn(id, user, locale, model, flash, response),
                "door.done.assigned",
                null,
                () -> inbox.assign(id, version, team, user));
    }

    @PostMapping("/answer")
    String answer(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "") String answer,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return done(
                new Turn(id, user, locale, model, flash, response),
                "door.done.answered",
                answer,
                () -> inbox.answer(id, version, answer, user));
    }

    @PostMapping("/refusal")
    String refuse(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "") String reason,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return done(
                new Turn(id, user, locale, model, flash, response),
                "door.done.refused",
                reason,
                () -> inbox.refuse(id, version, reason, user));
    }

    @PostMapping("/merger")
    String merge(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam UUID into,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return done(
                new Turn(id, user, locale, model, flash, response),
                "door.done.merged",
                null,
                () -> inbox.merge(id, version, into, user));
    }

    @PostMapping("/spam")
    String spam(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") int version,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return done(
                new Turn(id, user, locale, model, flash, response),
                "door.done.spam",
                null,
                () -> inbox.markAsSpam(id, version, user));
    }

    @PostMapping("/reopening")
    String reopen(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") int version,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return done(
                new Turn(id, user, locale, model, flash, response),
                "door.done.reopened",
                null,
                () -> inbox.reopen(id, version, user));
    }

    /** @param publicWords the question as everybody is to read it; without the button's {@code show} it is taken down */
    @PostMapping("/publication")
    String publish(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "") String publicWords,
            @RequestParam(defaultValue = "false") boolean show,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return done(
                new Turn(id, user, locale, model, flash, response),
                show ? "door.done.published" : "door.done.unpublished",
                null,
                () -> inbox.publish(id, version, show ? publicWords : null, user));
    }

    private String done(Turn turn, String said, @Nullable String typed, Runnable change) {
        try {
            change.run();
        } catch (RuleBroken broken) {
            turn.answer().setStatus(422);
            return pages.desk(turn.id(), broken, typed, turn.user(), turn.locale(), turn.model());
        }
        turn.flash().addFlashAttribute("flash", new DoorWords(messages, turn.locale()).say(said));
        return "redirect:/requests/" + turn.id();
    }
}
