package vn.tungnha.visits.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
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
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.visits.Catalogue;
import vn.tungnha.visits.Homes;
import vn.tungnha.visits.Receipt;
import vn.tungnha.visits.TeamPeople;
import vn.tungnha.visits.Visits;

/** Logging a visit at the door. */
@Controller
@RequestMapping("/field/households/{household}/visits")
@Allowed({Role.TEAM_LEADER, Role.TEAM_MEMBER})
@RequiredArgsConstructor
class FieldVisitController {

    private final FieldTeams teams;
    private final Homes homes;
    private final TeamPeople people;
    private final Visits visits;
    private final Catalogue catalogue;
    private final MessageSource messages;
    private final Clock clock;

    /** The id is made here: however often the form is sent, it is one visit. */
    @GetMapping("/new")
    String form(@PathVariable UUID household, CurrentUser user, HttpSession session, Locale locale, Model model) {
        MultiValueMap<String, String> fresh = new LinkedMultiValueMap<>();
        fresh.add("id", UUID.randomUUID().toString());
        fresh.add(
                "teamId",
                String.valueOf(teams.choose(null, user, session).team().id()));
        fresh.add("visitedAt", VisitFormPage.LOCAL.format(now()));
        return show(household, new VisitForm(fresh), null, user, locale, model);
    }

    @PostMapping
    String record(
            @PathVariable UUID household,
            @RequestParam MultiValueMap<String, String> sent,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        VisitForm form = new VisitForm(sent);
        Words words = new Words(messages, locale);
        try {
            Receipt receipt = visits.record(form.command(household, catalogue, clock), user);
            Homes.Home home = homes.get(household, user);
            after.addFlashAttribute(
                    "flash", words.say("visits.saved", Words.shortAddress(home.alley(), home.number())));
            after.addFlashAttribute("flashLink", "/field/visits/" + receipt.id());
            return "redirect:/field/outbox?sent=" + receipt.id();
        } catch (RuleBroken broken) {
            response.setStatus(422);
            String field = broken.getField() == null ? "" : broken.getField();
            return show(household, form, VisitFormPage.problem(field, words.why(broken), words), user, locale, model);
        }
    }

    private String show(
            UUID household,
            VisitForm form,
            VisitFormPage.@Nullable Problem problem,
            CurrentUser user,
            Locale locale,
            Model model) {
        Words words = new Words(messages, locale);
        Homes.Home home = homes.get(household, user);
        List<Choice> members = people.of(form.text("teamId"), Days.today(clock), user).stream()
                .map(member -> new Choice(member.id().toString(), member.name()))
                .toList();
        model.addAttribute("account", user.accountId());
        model.addAttribute("seen", clock.instant());
        model.addAttribute(
                "page",
                VisitFormPage.of(
                        home,
                        form,
                        catalogue,
                        members,
                        now(),
                        new VisitFormPage.Frame(
                                words.say("visits.form.title"),
                                "/field/households/" + household,
                                "/field/households/" + household + "/visits",
                                words.vn().moment(clock.instant()) + " · " + user.displayName(),
                                null,
                                problem),
                        words));
        return "visits/field/visit-form";
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), Days.ZONE);
    }
}
