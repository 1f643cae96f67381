package vn.tungnha.visits.web;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.visits.Catalogue;
import vn.tungnha.visits.TeamHouses;
import vn.tungnha.visits.VisitLog;

/** Visit sheets to print: for a team by itself, for the ward by team. Never a telephone number on paper. */
@Controller
@RequiredArgsConstructor
class SheetController {

    private static final int BLANKS = 3;
    private static final int MOST_BLANKS = 40;

    private final FieldTeams teams;
    private final TeamHouses houses;
    private final VisitLog log;
    private final Catalogue catalogue;
    private final MessageSource messages;
    private final Clock clock;

    @GetMapping("/field/sheet")
    @Allowed({Role.TEAM_LEADER, Role.TEAM_MEMBER})
    String ofTheTeam(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            @RequestParam(defaultValue = "" + BLANKS) int blanks,
            CurrentUser user,
            HttpSession session,
            Locale locale,
            Model model) {
        var team = teams.choose(null, user, session).team();
        String name = team.place() == null ? team.name() : team.name() + ", " + team.place();
        show(team.id(), name, sent.get("alley"), day, blanks, user, locale, model);
        model.addAttribute("action", "/field/sheet");
        return "visits/paper/field-sheet";
    }

    @GetMapping("/visits/sheet")
    @Allowed(Role.WARD_OFFICER)
    String ofTheWard(
            @RequestParam(required = false) @Nullable Long team,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            @RequestParam(defaultValue = "" + BLANKS) int blanks,
            CurrentUser user,
            Locale locale,
            Model model) {
        Map<Long, String> all = log.teams(user);
        if (all.isEmpty()) {
            throw new NotFound("team of", user.username());
        }
        long chosen = team == null ? all.keySet().iterator().next() : team;
        List<Choice> choices = new ArrayList<>();
        all.forEach((id, name) -> choices.add(new Choice(String.valueOf(id), name)));
        show(chosen, all.getOrDefault(chosen, ""), sent.get("alley"), day, blanks, user, locale, model);
        model.addAttribute("action", "/visits/sheet");
        model.addAttribute("team", String.valueOf(chosen));
        model.addAttribute("teams", choices);
        return "visits/paper/ward-sheet";
    }

    private void show(
            long team,
            String name,
            @Nullable List<String> alley,
            @Nullable LocalDate asked,
            int blanks,
            CurrentUser user,
            Locale locale,
            Model model) {
        LocalDate day = asked == null ? Days.today(clock) : asked;
        List<TeamHouses.Alley> all = houses.alleys(team, user);
        List<String> chosen = alley == null
                ? List.of()
                : alley.stream().filter(one -> !one.isBlank()).toList();
        int empty = Math.max(0, Math.min(MOST_BLANKS, blanks));
        model.addAttribute(
                "page",
                SheetPage.of(
                        name,
                        day,
                        all,
                        chosen,
                        houses.in(chosen, team, user),
                        empty,
                        catalogue,
                        new Words(messages, locale)));
        model.addAttribute("day", day.toString());
        model.addAttribute("blanks", empty);
    }
}
