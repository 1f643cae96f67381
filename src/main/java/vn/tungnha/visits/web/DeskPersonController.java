package vn.tungnha.visits.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
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
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.visits.Catalogue;
import vn.tungnha.visits.DeskLog;
import vn.tungnha.visits.DeskView;
import vn.tungnha.visits.Desks;
import vn.tungnha.visits.Homes;

/** Somebody before the desk: tick what was done, and on to the next. */
@Controller
@RequestMapping("/field/desk/{id}/people/{resident}")
@Allowed(
        value = {Role.TEAM_LEADER, Role.TEAM_MEMBER},
        place = "desk:id",
        data = Data.PEOPLE)
@RequiredArgsConstructor
class DeskPersonController {

    private final Desks desks;
    private final DeskLog log;
    private final Homes homes;
    private final Catalogue catalogue;
    private final MessageSource messages;
    private final Clock clock;

    @GetMapping
    String form(@PathVariable UUID id, @PathVariable UUID resident, CurrentUser user, Locale locale, Model model) {
        DeskView desk = log.get(id, user);
        MultiValueMap<String, String> fresh = new LinkedMultiValueMap<>();
        fresh.add("id", UUID.randomUUID().toString());
        fresh.add("outcome", "MET");
        fresh.add("visitedAt", VisitFormPage.LOCAL.format(now()));
        if (desk.topic() != null) {
            fresh.add("topics", desk.topic());
        }
        return show(desk, resident, new VisitForm(fresh), null, user, locale, model);
    }

    @PostMapping
    String record(
            @PathVariable UUID id,
            @PathVariable UUID resident,
            @RequestParam MultiValueMap<String, String> sent,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        DeskView desk = log.get(id, user);
        Words words = new Words(messages, locale);
        sent.set("outcome", "MET");
        sent.set("teamId", String.valueOf(desk.teamId()));
        sent.set("guided", resident.toString());
        VisitForm form = new VisitForm(sent);
        try {
            UUID household = log.householdOf(resident, desk.teamId(), user);
            var receipt = desks.meet(form.command(household, catalogue, clock).atDesk(id), null, user);
            Homes.Person person = person(homes.get(household, user), resident);
            after.addFlashAttribute("flash", words.say("visits.saved", words.person(person, now().getYear())));
            after.addFlashAttribute("flashLink", "/field/visits/" + receipt.id());
            return "redirect:/field/desk/" + id;
        } catch (RuleBroken broken) {
            response.setStatus(422);
            return show(desk, resident, form, words.why(broken), user, locale, model);
        }
    }

    private String show(
            DeskView desk,
            UUID resident,
            VisitForm form,
            @Nullable String error,
            CurrentUser user,
            Locale locale,
            Model model) {
        Words words = new Words(messages, locale);
        Homes.Home home = homes.get(log.householdOf(resident, desk.teamId(), user), user);
        Homes.Person person = person(home, resident);
        Homes.Home alone = new Homes.Home(
                home.id(), home.kind(), home.alley(), home.number(), home.label(), 0, List.of(person), null);
        model.addAttribute(
                "page",
                VisitFormPage.of(
                        alone,
                        form,
                        catalogue,
                        List.of(),
                        now(),
                        new VisitFormPage.Frame(
                                words.person(person, now().getYear()),
                                "/field/desk/" + desk.id(),
                                "/field/desk/" + desk.id() + "/people/" + resident,
                                words.vn().moment(clock.instant()),
                                null,
                                error == null ? null : VisitFormPage.problem("activations", error, words)),
                        words));
        model.addAttribute("desk", desk);
        model.addAttribute("resident", resident);
        model.addAttribute("account", user.accountId());
        model.addAttribute("seen", clock.instant());
        return "visits/paper/desk-person";
    }

    private static Homes.Person person(Homes.Home home, UUID resident) {
        return home.persons().stream()
                .filter(one -> one.id().equals(resident))
                .findFirst()
                .orElseThrow(() -> new NotFound("resident", resident));
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), Days.ZONE);
    }
}
