package vn.tungnha.visits.web;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tungnha.households.Households;
import vn.tungnha.households.ResidentView;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.SortKeys;
import vn.tungnha.visits.Catalogue;
import vn.tungnha.visits.Homes;
import vn.tungnha.visits.Round;
import vn.tungnha.visits.Rounds;
import vn.tungnha.visits.Stop;
import vn.tungnha.visits.TeamPeople;
import vn.tungnha.visits.TodayNotes;

/** The phone pages of a team: today, one household, search. */
@Controller
@RequestMapping("/field")
@Allowed({Role.TEAM_LEADER, Role.TEAM_MEMBER})
@RequiredArgsConstructor
class FieldController {

    private final FieldTeams teams;
    private final Rounds rounds;
    private final Homes homes;
    private final TeamPeople people;
    private final Households households;
    private final Catalogue catalogue;
    private final List<TodayNotes> notes;
    private final MessageSource messages;
    private final Clock clock;

    @GetMapping
    String today(
            @RequestParam(required = false) @Nullable Long team,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String whose,
            @RequestParam(defaultValue = "0") int p,
            CurrentUser user,
            HttpSession session,
            Locale locale,
            Model model) {
        FieldTeams.Choice choice = teams.choose(team, user, session);
        Round round = rounds.today(choice.team().id(), user);
        List<Stop> next = round.next();
        Homes.Home home = next.isEmpty() ? null : homes.get(next.get(0).id(), user);
        model.addAttribute(
                "page",
                TodayPage.of(
                        choice.team(),
                        choice.all(),
                        round,
                        home,
                        people.names(choice.team().id(), round.day(), user),
                        catalogue,
                        WorkFilter.of(show, whose, round),
                        Math.max(0, p),
                        new Words(messages, locale)));
        model.addAttribute("leads", user.has(Role.TEAM_LEADER));
        model.addAttribute(
                "notes",
                notes.stream()
                        .flatMap(one -> one.of(choice.team().id(), locale).stream())
                        .toList());
        return "visits/field/today";
    }

    @GetMapping("/households/{id}")
    @Allowed(
            value = {Role.TEAM_LEADER, Role.TEAM_MEMBER},
            place = "household:id",
            data = Data.PEOPLE)
    String household(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        UUID kept = households.get(id, user).id();
        if (!kept.equals(id)) {
            return "redirect:/field/households/" + kept;
        }
        Words words = new Words(messages, locale);
        int year = Days.today(clock).getYear();
        model.addAttribute(
                "page",
                HomePage.of(homes.get(id, user), catalogue.accountTypes(), phones(id, user, words), year, words));
        model.addAttribute("skips", TodayPage.skips(catalogue, words));
        return "visits/field/household";
    }

    private List<Choice> phones(UUID id, CurrentUser user, Words words) {
        Map<UUID, String> phones = households.phones(id, user);
        List<Choice> choices = new ArrayList<>();
        for (ResidentView resident : households.get(id, user).residents()) {
            String phone = phones.get(resident.id());
            String last = resident.phoneLast3();
            if (phone != null && last != null) {
                choices.add(new Choice(phone, words.say("visits.home.phone", String.valueOf(resident.name()), last)));
            }
        }
        return choices;
    }

    @GetMapping("/search")
    String search(
            @RequestParam(defaultValue = "") String q,
            CurrentUser user,
            HttpSession session,
            Locale locale,
            Model model) {
        FieldTeams.Choice choice = teams.choose(null, user, session);
        Words words = new Words(messages, locale);
        List<SearchLine> found = q.isBlank()
                ? List.of()
                : rounds.find(choice.team().id(), SortKeys.fold(q.strip()), user).stream()
                        .map(stop ->
                                new SearchLine(WorkLine.found(stop, words), Words.address(stop.alley(), stop.number())))
                        .toList();
        model.addAttribute("q", q);
        model.addAttribute("subtitle", choice.team().name());
        model.addAttribute("found", found);
        return "visits/field/search";
    }

    record SearchLine(WorkLine line, String address) {}
}
