package vn.tungnha.visits.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
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
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.visits.Catalogue;
import vn.tungnha.visits.Correction;
import vn.tungnha.visits.Homes;
import vn.tungnha.visits.Inbox;
import vn.tungnha.visits.Sendings;
import vn.tungnha.visits.TeamPeople;
import vn.tungnha.visits.Telling;
import vn.tungnha.visits.Told;
import vn.tungnha.visits.VisitLog;
import vn.tungnha.visits.VisitView;
import vn.tungnha.visits.Visits;

/** One's own visit on the phone: what was said, and saying it anew or taking it back. */
@Controller
@RequestMapping("/field/visits/{id}")
@Allowed(
        value = {Role.TEAM_LEADER, Role.TEAM_MEMBER, Role.WARD_OFFICER},
        place = "visit:id",
        data = Data.PEOPLE)
@RequiredArgsConstructor
class CorrectionController {

    private final Visits visits;
    private final Sendings sendings;
    private final VisitLog log;
    private final Inbox inbox;
    private final Homes homes;
    private final TeamPeople people;
    private final Catalogue catalogue;
    private final MessageSource messages;
    private final Clock clock;

    @GetMapping
    String show(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        Words words = new Words(messages, locale);
        boolean team = user.has(Role.TEAM_LEADER, Role.TEAM_MEMBER);
        if (!log.knows(id)) {
            model.addAttribute("page", HeldPage.of(inbox.get(id, "", user), null, catalogue, words));
            model.addAttribute("back", team ? "/field/outbox" : "/visits/held/" + id);
            return "visits/field/held";
        }
        model.addAttribute("page", VisitPage.of(log.get(id, user), catalogue, words));
        // the phone's queue is for those in the alley; others send at once
        model.addAttribute("account", team ? user.accountId() : null);
        model.addAttribute("back", team ? "/field/outbox" : "/visits/" + id);
        return "visits/field/visit";
    }

    @GetMapping("/correction")
    String form(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        VisitView visit = changeable(id, user);
        var part = new VisitFormPage.CorrectionPart(
                UUID.randomUUID().toString(), visit.version(), "", visit.names().people());
        return form(visit, ToldForm.of(visit.last().told()), part, null, user, locale, model);
    }

    @PostMapping("/correction")
    String correct(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        VisitView visit = changeable(id, user);
        Words words = new Words(messages, locale);
        VisitForm form = new VisitForm(sent);
        sent.set("id", id.toString());
        try {
            UUID request = JsonFields.uuid(form.text("correctionId"), "reason");
            Told told = sendings.correction(
                    new Correction(
                            request,
                            version(form),
                            form.text("reason"),
                            form.command(visit.householdId(), catalogue, clock)),
                    Telling.onPage(),
                    user);
            if (told.contest() != null) {
                return "redirect:/field/visits/" + id + "/conflict";
            }
            after.addFlashAttribute(
                    "flash",
                    told.taken().isEmpty()
                            ? words.say("visits.corrected", Words.shortAddress(visit.alley(), visit.number()))
                            : words.say("visits.merged"));
            return "redirect:/field/visits/" + id;
        } catch (RuleBroken broken) {
            response.setStatus(422);
            var part = new VisitFormPage.CorrectionPart(
                    form.text("correctionId"),
                    visit.version(),
                    form.text("reason"),
                    visit.names().people());
            String field = broken.getField() == null ? "" : broken.getField();
            var problem = VisitFormPage.problem(field, words.why(broken), words);
            return form(visit, form, part, problem, user, locale, model);
        }
    }

    @PostMapping("/withdrawal")
    String withdraw(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        Words words = new Words(messages, locale);
        try {
            visits.withdraw(id, reason, user);
        } catch (RuleBroken broken) {
            response.setStatus(422);
            model.addAttribute("reasonError", words.why(broken));
            return show(id, user, locale, model);
        }
        VisitView visit = log.get(id, user);
        Undo.offer(
                after,
                words.say("visits.withdrawn", Words.shortAddress(visit.alley(), visit.number())),
                "/field/visits/" + id + "/withdrawal/undo");
        return "redirect:/field/visits/" + id;
    }

    private VisitView changeable(UUID id, CurrentUser user) {
        VisitView visit = log.get(id, user);
        if (!visit.changeable()) {
            throw new OutOfScope("visit", id);
        }
        return visit;
    }

    /** Those of the team that day, and whoever was named before. */
    private List<Choice> members(VisitView visit, VisitForm form, CurrentUser user) {
        Map<String, String> names = new LinkedHashMap<>();
        people.of(form.text("teamId"), Days.of(visit.visitedAt()), user)
                .forEach(member -> names.put(member.id().toString(), member.name()));
        visit.last().told().memberIds().forEach(id -> {
            String name = visit.names().people().get(id);
            if (name != null) {
                names.putIfAbsent(id.toString(), name);
            }
        });
        return names.entrySet().stream()
                .map(one -> new Choice(one.getKey(), one.getValue()))
                .toList();
    }

    private static int version(VisitForm form) {
        try {
            return Integer.parseInt(form.text("basedOn"));
        } catch (NumberFormatException unreadable) {
            return 0;
        }
    }

    private String form(
            VisitView visit,
            VisitForm form,
            VisitFormPage.CorrectionPart part,
            VisitFormPage.@Nullable Problem problem,
            CurrentUser user,
            Locale locale,
            Model model) {
        Words words = new Words(messages, locale);
        Homes.Home home = homes.get(visit.householdId(), user);
        String back = "/field/visits/" + visit.id();
        model.addAttribute("account", user.accountId());
        model.addAttribute("seen", clock.instant());
        model.addAttribute(
                "page",
                VisitFormPage.of(
                        home,
                        form,
                        catalogue,
                        members(visit, form, user),
                        LocalDateTime.ofInstant(clock.instant(), Days.ZONE),
                        new VisitFormPage.Frame(
                                words.say("visits.correct"),
                                back,
                                back + "/correction",
                                words.vn().moment(visit.visitedAt()),
                                part,
                                problem),
                        words));
        return "visits/field/visit-form";
    }
}
