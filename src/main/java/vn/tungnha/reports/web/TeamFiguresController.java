package vn.tungnha.reports.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.reports.HouseStates;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.House;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.Period.Grain;
import vn.tungnha.shared.chart.Bullet;
import vn.tungnha.teams.TeamView;
import vn.tungnha.teams.Teams;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** What a team has done this month, for its page: against its plan, among its neighbours, house by house. */
@Controller
@RequiredArgsConstructor
class TeamFiguresController {

    private final Teams teams;
    private final Units units;
    private final TeamRanking ranking;
    private final HouseStates houses;
    private final ScopeGuard guard;
    private final MessageSource messages;
    private final Clock clock;

    /** One line: name, value, bar, fraction, badge. */
    record Meter(String name, String value, String fraction, Bullet bar, String level, String levelText) {}

    /** @param name null where the reader may not know which alley it is */
    record AlleyLine(@Nullable String name, List<House> houses, String done) {}

    /** The panel, in finished texts. */
    record Panel(
            String team,
            String teamUrl,
            String month,
            List<Meter> meters,
            @Nullable String rank,
            String quarter,
            List<AlleyLine> alleys) {}

    @GetMapping("/teams/{id}/figures")
    @Allowed(place = "team:id")
    String show(@PathVariable long id, CurrentUser user, Locale locale, Model model) {
        model.addAttribute("panel", panel(teams.get(id), user, Words.of(messages, locale)));
        return "reports/team-figures";
    }

    /** For the page of the team, which is open already. */
    @HxRequest
    @GetMapping("/teams/{id}/figures")
    @Allowed(place = "team:id")
    String panel(@PathVariable long id, CurrentUser user, Locale locale, Model model) {
        return show(id, user, locale, model) + " :: panel";
    }

    private Panel panel(TeamView team, CurrentUser user, Words words) {
        LocalDate today = Days.today(clock);
        Period month = Period.of(Grain.MONTH, today);
        Period quarter = Period.of(Grain.QUARTER, today);
        TeamRanking.Table table = ranking.table(neighbours(team, today), month, month.previous(), today, words);
        TeamRanking.Row row = table.rows().stream()
                .filter(it -> it.team().id() == team.id())
                .findFirst()
                .orElseThrow();
        return new Panel(
                team.name(),
                "/teams/" + team.id(),
                words.period(month),
                List.of(meter(row.plan(), words), meter(row.ranked(), words)),
                row.rank() == null
                        ? null
                        : words.say(
                                "team.rank",
                                words.vn().number(row.rank()),
                                words.vn().number(table.rows().size())),
                words.period(quarter),
                alleys(team, quarter, today, user, words));
    }

    private List<TeamView> neighbours(TeamView team, LocalDate today) {
        if (team.communeId() == null) {
            return List.of(team);
        }
        List<Long> villages = units.under(team.communeId(), UnitLevel.VILLAGE, today).stream()
                .map(UnitView::id)
                .toList();
        List<TeamView> found = new ArrayList<>(teams.of(villages, today));
        if (found.stream().noneMatch(it -> it.id() == team.id())) {
            found.add(team);
        }
        return found;
    }

    private static Meter meter(Reading reading, Words words) {
        String name = words.brief(reading.value().definition());
        String level = reading.level();
        double full = reading.rate()
                ? 100
                : reading.value().target() == null
                        ? 1
                        : reading.value().target().doubleValue();
        return new Meter(
                name,
                reading.shown(),
                reading.rate()
                        ? reading.fraction()
                        : words.vn().fraction(reading.amount(), reading.value().target()),
                Bullet.of(
                        reading.amount(),
                        reading.value().target(),
                        full,
                        level.equals("info") ? "main" : level,
                        name + ": " + reading.shown() + ", " + reading.target()),
                level,
                reading.levelText(null));
    }

    private List<AlleyLine> alleys(TeamView team, Period quarter, LocalDate today, CurrentUser user, Words words) {
        boolean numbered = !team.villageIds().isEmpty()
                && team.villageIds().stream().allMatch(village -> guard.covers(user.scope(), Data.PEOPLE, village));
        List<AlleyLine> lines = new ArrayList<>();
        for (Map.Entry<String, List<House>> alley : houses.byAlley(team.villageIds(), quarter.first(), today, numbered)
                .entrySet()) {
            long visited = alley.getValue().stream()
                    .filter(house -> !house.state().equals("none"))
                    .count();
            lines.add(new AlleyLine(
                    numbered ? alley.getKey() : null,
                    alley.getValue(),
                    words.vn().fraction(visited, alley.getValue().size())));
        }
        return lines;
    }
}
