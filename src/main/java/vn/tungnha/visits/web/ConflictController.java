package vn.tungnha.visits.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
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
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.Stale;
import vn.tungnha.visits.Catalogue;
import vn.tungnha.visits.Verdicts;
import vn.tungnha.visits.VisitLog;
import vn.tungnha.visits.VisitView;

/** Two corrections of one visit that say different things: somebody chooses, field by field. */
@Controller
@RequestMapping("/field/visits/{id}/conflict")
@Allowed(
        value = {Role.TEAM_LEADER, Role.TEAM_MEMBER, Role.WARD_OFFICER},
        place = "visit:id",
        data = Data.PEOPLE)
@RequiredArgsConstructor
class ConflictController {

    private static final String CHOICE = "choice.";

    private final Verdicts verdicts;
    private final VisitLog log;
    private final Catalogue catalogue;
    private final MessageSource messages;

    /** @param version the one that holds; an answer is given to it */
    record ConflictPage(
            String id,
            String request,
            int version,
            String title,
            String subtitle,
            List<ClashWords.Line> lines,
            String theirsBy) {}

    @GetMapping
    String show(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        Words words = new Words(messages, locale);
        Verdicts.Clashing clash = verdicts.clash(id, user).orElse(null);
        if (clash == null) {
            return "redirect:/field/visits/" + id;
        }
        VisitView visit = log.get(id, user);
        String by = visit.last().by() == null
                ? words.say("visits.attention.someone")
                : visit.last().by();
        model.addAttribute(
                "page",
                new ConflictPage(
                        id.toString(),
                        clash.contest().request().toString(),
                        clash.contest().version(),
                        words.say("visits.conflict"),
                        Words.address(visit.alley(), visit.number()) + " · "
                                + words.vn().moment(visit.visitedAt()),
                        new ClashWords(new ToldWords(clash.names(), catalogue, words), words).lines(clash.contest()),
                        words.say(
                                "visits.conflict.theirs",
                                by,
                                words.vn().moment(clash.contest().theirsAt()))));
        return "visits/field/conflict";
    }

    @PostMapping
    String answer(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            CurrentUser user,
            Locale locale,
            RedirectAttributes after) {
        Words words = new Words(messages, locale);
        VisitForm form = new VisitForm(sent);
        UUID request = JsonFields.uuid(form.text("request"), "request");
        try {
            if ("theirs".equals(form.text("keep"))) {
                verdicts.keepTheirs(id, request, words.say("visits.conflict.kept.reason"), user);
                Undo.offer(after, words.say("visits.conflict.kept"), undo(id, request));
            } else {
                List<String> mine = sent.keySet().stream()
                        .filter(key -> key.startsWith(CHOICE) && "mine".equals(sent.getFirst(key)))
                        .map(key -> key.substring(CHOICE.length()))
                        .toList();
                verdicts.answer(id, request, version(form), mine, user);
                Undo.offer(after, words.say("visits.conflict.answered"), undo(id, request));
            }
        } catch (Stale | NotFound changed) {
            after.addFlashAttribute("flash", words.say("visits.conflict.changed"));
            after.addFlashAttribute("flashBad", true);
            return "redirect:/field/visits/" + id + "/conflict";
        }
        return "redirect:/field/visits/" + id;
    }

    /** The question is open again, and the visit as it was. */
    @PostMapping("/{request}/undo")
    String askAgain(
            @PathVariable UUID id,
            @PathVariable UUID request,
            CurrentUser user,
            Locale locale,
            RedirectAttributes after) {
        Words words = new Words(messages, locale);
        try {
            verdicts.askAgain(id, request, words.say("visits.conflict.undone.reason"), user);
            after.addFlashAttribute("flash", words.say("visits.conflict.undone"));
        } catch (Stale changed) {
            after.addFlashAttribute("flash", words.say("visits.conflict.changed"));
            after.addFlashAttribute("flashBad", true);
        }
        return "redirect:/field/visits/" + id + "/conflict";
    }

    private static String undo(UUID visit, UUID request) {
        return "/field/visits/" + visit + "/conflict/" + request + "/undo";
    }

    private static int version(VisitForm form) {
        try {
            return Integer.parseInt(form.text("version"));
        } catch (NumberFormatException unreadable) {
            return 0;
        }
    }
}
