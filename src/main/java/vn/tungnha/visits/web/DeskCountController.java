package vn.tungnha.visits.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.visits.Catalogue;
import vn.tungnha.visits.CountCommand;
import vn.tungnha.visits.DeskLog;
import vn.tungnha.visits.DeskView;
import vn.tungnha.visits.Desks;

/** Whoever came to a desk and nobody named: counted, and taken back. */
@Controller
@RequestMapping("/field/desk/{id}/counts")
@Allowed(
        value = {Role.TEAM_LEADER, Role.TEAM_MEMBER},
        place = "desk:id",
        data = Data.PEOPLE)
@RequiredArgsConstructor
class DeskCountController {

    private final Desks desks;
    private final DeskLog log;
    private final DeskPages pages;
    private final Catalogue catalogue;
    private final MessageSource messages;

    /** People guided without names; how many by topic. */
    @PostMapping
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
            return pages.show(id, true, form.id(), sent.toSingleValueMap(), "", words.why(broken), user, locale, model);
        }
    }

    @PostMapping("/{count}/withdrawal")
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
        return at.isEmpty() ? desk.startedAt() : DeskPages.moment(at);
    }
}
