package vn.tungnha.life.web;

import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.life.Handover;
import vn.tungnha.life.HandoverPack;
import vn.tungnha.life.Handovers;
import vn.tungnha.papers.print.PaperPrinter;
import vn.tungnha.shared.Stat;
import vn.tungnha.shared.Vn;
import vn.tungnha.teams.Teams;

/** What one leader hands over to the next: read, printed, taken over. */
@Controller
@RequestMapping("/teams/{id}/handovers/{handover}")
@RequiredArgsConstructor
class HandoverController {

    private final Handovers handovers;
    private final Teams teams;
    private final LifeWords words;

    @GetMapping
    @Allowed(
            value = {Role.ADMIN, Role.WARD_OFFICER, Role.WARD_LEADER, Role.TEAM_LEADER, Role.TEAM_MEMBER},
            place = "team:id",
            data = Data.PEOPLE)
    String show(@PathVariable long id, @PathVariable long handover, CurrentUser user, Locale locale, Model model) {
        Handover found = handovers.get(id, handover, user);
        HandoverPack pack = handovers.pack(found);
        Vn vn = Vn.in(locale);
        model.addAttribute("team", teams.get(id));
        model.addAttribute("handover", found);
        model.addAttribute("from", vn.day(found.from()));
        model.addAttribute("confirmed", vn.moment(found.confirmed()));
        model.addAttribute("mayConfirm", handovers.mayConfirm(found, user));
        model.addAttribute("former", found.former() == null ? Vn.NONE : found.former());
        model.addAttribute(
                "stats",
                List.of(
                        new Stat(
                                vn.number(pack.followUpsInAll()),
                                words.say(locale, "pack.follow-ups"),
                                words.say(locale, "pack.follow-ups.note")),
                        new Stat(
                                vn.fraction(pack.notMet(), pack.households()),
                                words.say(locale, "pack.to-do"),
                                words.say(locale, "pack.to-do.note")),
                        new Stat(
                                vn.number(pack.unsent() + pack.held()),
                                words.say(locale, "pack.unsent"),
                                words.say(
                                        locale, "pack.unsent.note", vn.number(pack.unsent()), vn.number(pack.held()))),
                        new Stat(
                                vn.number(pack.reports().size()),
                                words.say(locale, "pack.reports"),
                                words.say(locale, "pack.reports.note"))));
        model.addAttribute("sheet", handovers.paper(found));
        return "life/handover";
    }

    @GetMapping("/pack.{format:docx|pdf}")
    @Allowed(
            value = {Role.ADMIN, Role.WARD_OFFICER, Role.WARD_LEADER, Role.TEAM_LEADER, Role.TEAM_MEMBER},
            place = "team:id",
            data = Data.PEOPLE)
    ResponseEntity<byte[]> file(
            @PathVariable long id, @PathVariable long handover, @PathVariable String format, CurrentUser user) {
        Handover found = handovers.get(id, handover, user);
        return DecisionController.answer(
                "ban-giao-" + handover + "." + format, PaperPrinter.contentType(format), handovers.file(found, format));
    }

    @PostMapping("/confirmation")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.WARD_LEADER, Role.TEAM_LEADER},
            place = "team:id",
            data = Data.PEOPLE)
    String confirm(
            @PathVariable long id,
            @PathVariable long handover,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        handovers.confirm(id, handover, user);
        flash.addFlashAttribute("flash", words.say(locale, "handover.done"));
        return "redirect:/teams/" + id + "/handovers/" + handover;
    }
}
