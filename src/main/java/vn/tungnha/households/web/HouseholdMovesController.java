package vn.tungnha.households.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.households.HouseholdCommand;
import vn.tungnha.households.HouseholdView;
import vn.tungnha.households.Households;
import vn.tungnha.households.SplitCommand;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.RuleBroken;

/** A household moves, ends, splits (tách hộ) or joins another (nhập hộ): each with its day. */
@Controller
@RequestMapping("/households/{id}")
@Allowed(
        value = {Role.WARD_OFFICER, Role.TEAM_LEADER, Role.TEAM_MEMBER, Role.ADMIN},
        place = "household:id",
        data = Data.PEOPLE)
@RequiredArgsConstructor
class HouseholdMovesController {

    private final Households households;
    private final HouseholdVillages villages;
    private final HouseholdWords words;
    private final Clock clock;

    @GetMapping("/move")
    String moving(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        HouseholdView household = households.get(id, user);
        model.addAttribute("form", new MoveForms.Move(household.version(), null, Days.today(clock)));
        return moving(household, user, locale, model);
    }

    @PostMapping("/move")
    String move(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") MoveForms.Move form,
            BindingResult errors,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        HouseholdView household = households.get(id, user);
        if (saved(
                errors,
                () -> households.move(
                        id,
                        seen(form.version()),
                        Objects.requireNonNull(form.village()),
                        Objects.requireNonNull(form.day()),
                        user))) {
            return done(id, "households.moved", household, locale, flash);
        }
        response.setStatus(422);
        return moving(household, user, locale, model);
    }

    @GetMapping("/end")
    String ending(@PathVariable UUID id, CurrentUser user, Model model) {
        HouseholdView household = households.get(id, user);
        model.addAttribute("form", new MoveForms.End(household.version(), Days.today(clock), ""));
        model.addAttribute("household", household);
        return "households/end";
    }

    @PostMapping("/end")
    String end(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") MoveForms.End form,
            BindingResult errors,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        HouseholdView household = households.get(id, user);
        if (saved(
                errors,
                () -> households.end(
                        id,
                        seen(form.version()),
                        Objects.requireNonNull(form.day()),
                        Objects.requireNonNull(form.reason()).strip(),
                        user))) {
            return done(id, "households.was-ended", household, locale, flash);
        }
        response.setStatus(422);
        model.addAttribute("household", household);
        return "households/end";
    }

    @GetMapping("/split")
    String splitting(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        HouseholdView household = households.get(id, user);
        model.addAttribute(
                "form",
                new MoveForms.Split(
                        household.version(), UUID.randomUUID(), List.of(), household.alley(), "", Days.today(clock)));
        return splitting(household, locale, model);
    }

    @PostMapping("/split")
    String split(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") MoveForms.Split form,
            BindingResult errors,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        HouseholdView household = households.get(id, user);
        UUID founded = Objects.requireNonNullElseGet(form.id(), UUID::randomUUID);
        if (saved(errors, () -> households.split(id, seen(form.version()), command(form, founded, household), user))) {
            return done(founded, "households.was-split", household, locale, flash);
        }
        response.setStatus(422);
        return splitting(household, locale, model);
    }

    @GetMapping("/join")
    String joining(@PathVariable UUID id, CurrentUser user, Model model) {
        HouseholdView household = households.get(id, user);
        model.addAttribute("form", new MoveForms.Into(household.version(), null, null, Days.today(clock)));
        model.addAttribute("household", household);
        model.addAttribute("targets", targets(household, user));
        return "households/join";
    }

    @PostMapping("/join")
    String join(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") MoveForms.Into form,
            BindingResult errors,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        HouseholdView household = households.get(id, user);
        if (saved(
                errors,
                () -> households.join(
                        id,
                        seen(form.version()),
                        Objects.requireNonNull(form.household()),
                        Objects.requireNonNull(form.day()),
                        user))) {
            return done(Objects.requireNonNull(form.household()), "households.was-joined", household, locale, flash);
        }
        response.setStatus(422);
        model.addAttribute("household", household);
        model.addAttribute("targets", targets(household, user));
        return "households/join";
    }

    private static boolean saved(BindingResult errors, Runnable change) {
        if (errors.hasErrors()) {
            return false;
        }
        try {
            change.run();
            return true;
        } catch (RuleBroken broken) {
            FormRules.reject(errors, broken);
            return false;
        }
    }

    private String done(UUID to, String key, HouseholdView household, Locale locale, RedirectAttributes flash) {
        flash.addFlashAttribute("flash", words.say(locale, key, household.address()));
        return "redirect:/households/" + to;
    }

    private String moving(HouseholdView household, CurrentUser user, Locale locale, Model model) {
        List<Choice> places = new ArrayList<>(List.of(new Choice("", words.say(locale, "households.form.choose"))));
        villages.of(user).stream()
                .filter(village -> village.id() != household.villageId())
                .forEach(village -> places.add(new Choice(String.valueOf(village.id()), village.name())));
        model.addAttribute("household", household);
        model.addAttribute("villages", places);
        return "households/move";
    }

    private String splitting(HouseholdView household, Locale locale, Model model) {
        model.addAttribute("household", household);
        model.addAttribute(
                "people",
                household.residents().stream()
                        .map(resident -> new Choice(resident.id().toString(), words.name(resident, locale)))
                        .toList());
        return "households/split";
    }

    private List<Choice> targets(HouseholdView household, CurrentUser user) {
        return new Neighbours(households).of(household.villageId(), household.id(), Days.today(clock), user);
    }

    private static SplitCommand command(MoveForms.Split form, UUID founded, HouseholdView household) {
        HouseholdCommand own = new HouseholdCommand(
                founded,
                household.kind(),
                household.villageId(),
                Objects.requireNonNull(form.alley()),
                form.number() == null ? "" : form.number(),
                null,
                0,
                null,
                List.of());
        return new SplitCommand(
                own, new HashSet<>(Objects.requireNonNull(form.residents())), Objects.requireNonNull(form.day()));
    }

    private static int seen(@Nullable Integer version) {
        return version == null ? -1 : version;
    }
}
