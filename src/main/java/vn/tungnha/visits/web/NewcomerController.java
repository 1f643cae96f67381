package vn.tungnha.visits.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.households.Doubles;
import vn.tungnha.households.HouseholdCommand;
import vn.tungnha.households.HouseholdKind;
import vn.tungnha.households.Households;
import vn.tungnha.households.ResidentCommand;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.teams.TeamVillage;
import vn.tungnha.teams.Teams;

/** A household or a lodger met on the way, added on the spot; the visit is next. */
@Controller
@RequestMapping("/field/households")
@RequiredArgsConstructor
class NewcomerController {

    private final FieldTeams fieldTeams;
    private final Teams teams;
    private final Households households;
    private final Doubles doubles;
    private final MessageSource messages;
    private final Clock clock;

    @GetMapping("/new")
    @Allowed({Role.TEAM_LEADER, Role.TEAM_MEMBER})
    String household(CurrentUser user, HttpSession session, Locale locale, Model model) {
        return householdForm(NewcomerForm.fresh(), null, user, session, locale, model);
    }

    @PostMapping
    @Allowed({Role.TEAM_LEADER, Role.TEAM_MEMBER})
    String addHousehold(
            @ModelAttribute NewcomerForm form,
            @RequestParam(name = "not", required = false) @Nullable List<UUID> others,
            CurrentUser user,
            HttpSession session,
            Locale locale,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        Words words = new Words(messages, locale);
        try {
            long village = villages(user, session).stream()
                    .filter(one -> one.code().equals(form.village()))
                    .findFirst()
                    .orElseThrow(() -> RuleBroken.at("village", "visits.error.missing"))
                    .id();
            UUID id = JsonFields.uuid(form.id(), "alley");
            String alley = NewcomerForm.required(form.alley(), "alley");
            String number = NewcomerForm.required(form.number(), "number");
            List<ResidentCommand> residents =
                    form.named() ? List.of(form.resident(clock).asHouseholder()) : List.of();
            households.create(
                    new HouseholdCommand(id, HouseholdKind.HOUSEHOLD, village, alley, number, null, 0, null, residents),
                    user);
            residents.forEach(one -> offer(one.id(), others, user, words, after));
            after.addFlashAttribute("flash", words.say("visits.newcomer.saved", Words.shortAddress(alley, number)));
            return "redirect:/field/households/" + id + "/visits/new";
        } catch (RuleBroken broken) {
            response.setStatus(422);
            return householdForm(form, Problem.of(broken, words), user, session, locale, model);
        }
    }

    @GetMapping("/{id}/residents/new")
    @Allowed(
            value = {Role.TEAM_LEADER, Role.TEAM_MEMBER},
            place = "household:id",
            data = Data.PEOPLE)
    String resident(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        return residentForm(id, NewcomerForm.fresh(), null, user, locale, model);
    }

    @PostMapping("/{id}/residents")
    @Allowed(
            value = {Role.TEAM_LEADER, Role.TEAM_MEMBER},
            place = "household:id",
            data = Data.PEOPLE)
    String addResident(
            @PathVariable UUID id,
            @ModelAttribute NewcomerForm form,
            @RequestParam(name = "not", required = false) @Nullable List<UUID> others,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        Words words = new Words(messages, locale);
        try {
            ResidentCommand resident = form.resident(clock);
            households.add(id, resident, user);
            offer(resident.id(), others, user, words, after);
            String name = form.name();
            after.addFlashAttribute(
                    "flash",
                    words.say(
                            "visits.newcomer.saved",
                            name == null || name.isBlank() ? words.say("visits.show.someone") : name.strip()));
            return "redirect:/field/households/" + id + "/visits/new";
        } catch (RuleBroken broken) {
            response.setStatus(422);
            return residentForm(id, form, Problem.of(broken, words), user, locale, model);
        }
    }

    /** Whoever was not said to be another may be looked at, also without a script. */
    private void offer(
            UUID resident, @Nullable List<UUID> others, CurrentUser user, Words words, RedirectAttributes after) {
        if (doubles.remember(resident, others, user)) {
            after.addFlashAttribute("flashLink", "/residents/" + resident + "/alike");
            after.addFlashAttribute("flashLinkText", words.say("doubles.alike.title"));
        }
    }

    /** What is wrong, and at which input. */
    record Problem(String field, String message) {

        static Problem of(RuleBroken broken, Words words) {
            String field = broken.getField() == null ? "name" : broken.getField();
            return new Problem(field.substring(field.lastIndexOf('.') + 1), words.why(broken));
        }
    }

    private String householdForm(
            NewcomerForm form,
            @Nullable Problem problem,
            CurrentUser user,
            HttpSession session,
            Locale locale,
            Model model) {
        model.addAttribute("title", new Words(messages, locale).say("visits.newcomer.household"));
        model.addAttribute(
                "subtitle", fieldTeams.choose(null, user, session).team().name());
        model.addAttribute("back", "/field/search");
        model.addAttribute("action", "/field/households");
        model.addAttribute(
                "villages",
                villages(user, session).stream()
                        .map(village -> new Choice(village.code(), village.name()))
                        .toList());
        return form(form, problem, locale, model);
    }

    private String residentForm(
            UUID id, NewcomerForm form, @Nullable Problem problem, CurrentUser user, Locale locale, Model model) {
        var household = households.get(id, user);
        model.addAttribute("title", new Words(messages, locale).say("visits.newcomer.resident"));
        model.addAttribute("subtitle", Words.address(household.alley(), household.number()));
        model.addAttribute("back", "/field/households/" + id);
        model.addAttribute("action", "/field/households/" + id + "/residents");
        model.addAttribute("villages", List.of());
        return form(form, problem, locale, model);
    }

    private String form(NewcomerForm form, @Nullable Problem problem, Locale locale, Model model) {
        Words words = new Words(messages, locale);
        model.addAttribute("form", form);
        model.addAttribute("problem", problem);
        model.addAttribute("sexes", NewcomerForm.sexes(words));
        model.addAttribute("stays", NewcomerForm.stays(words));
        return "visits/field/newcomer";
    }

    private List<TeamVillage> villages(CurrentUser user, HttpSession session) {
        return teams.get(fieldTeams.choose(null, user, session).team().id()).villages();
    }
}
