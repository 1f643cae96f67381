package vn.tungnha.visits.web;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tungnha.closing.ReminderWords;
import vn.tungnha.closing.Reminders;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.chart.Ring;
import vn.tungnha.visits.TeamStandings;

/** How the team's month goes. */
@Controller
@RequiredArgsConstructor
class ProgressController {

    private final FieldTeams teams;
    private final TeamStandings standings;
    private final ProgressFigures figures;
    private final Reminders reminders;
    private final ReminderWords reminderWords;
    private final MessageSource messages;
    private final Clock clock;

    @GetMapping("/field/progress")
    @Allowed({Role.TEAM_LEADER, Role.TEAM_MEMBER})
    String progress(
            @RequestParam(required = false) @Nullable String month,
            CurrentUser user,
            HttpSession session,
            Locale locale,
            Model model) {
        Words words = new Words(messages, locale);
        var team = teams.choose(null, user, session).team();
        Period present = Period.of(Period.Grain.MONTH, Days.today(clock));
        Period period = month == null
                ? present
                : Period.parse(month)
                        .filter(asked -> asked.grain() == Period.Grain.MONTH)
                        .orElse(present);
        var now = standings.of(team.id(), period, user);
        var before = standings.of(team.id(), period.previous(), user);
        var found = figures.of(team.id(), now.commune(), period, words);
        Long plan = found.plan();
        model.addAttribute("reports", user.has(Role.TEAM_LEADER));
        model.addAttribute(
                "reminders",
                reminders.ofTeams(user).stream()
                        .filter(it -> it.place() == team.id())
                        .map(it -> reminderWords.title(it, locale) + ". " + reminderWords.due(it, locale))
                        .toList());
        model.addAttribute(
                "page",
                new ProgressPage(
                        team.place() == null ? team.name() : team.name() + ", " + team.place(),
                        words.say(
                                "visits.progress.month",
                                period.first().getMonthValue() + "/"
                                        + period.first().getYear()),
                        period.previous().code(),
                        period.first().isBefore(present.first()) ? period.next().code() : null,
                        plan == null ? null : ring(found.visits(), plan, words),
                        headline(found.visits(), plan, words),
                        plan == null ? words.say("visits.progress.no-plan.text") : null,
                        now.teams() == 0 ? null : rank(now, before, words),
                        found.meters()));
        return "visits/field/progress";
    }

    private static Ring ring(long visits, long plan, Words words) {
        String of = words.say("visits.progress.of", words.vn().number(plan));
        String figure = words.vn().number(visits);
        return Ring.of(visits, plan, figure, of, figure + " " + of);
    }

    private static String headline(long visits, @Nullable Long plan, Words words) {
        if (plan == null) {
            return words.say("visits.progress.no-plan", words.vn().number(visits));
        }
        return visits >= plan
                ? words.say("visits.progress.full")
                : words.say("visits.progress.left", words.vn().number(plan - visits));
    }

    private static ProgressPage.Rank rank(TeamStandings.Standing now, TeamStandings.Standing before, Words words) {
        int rose = before.teams() == 0 ? 0 : before.rank() - now.rank();
        return new ProgressPage.Rank(
                words.say("visits.progress.rank", now.rank(), now.teams()),
                Integer.signum(rose),
                rose == 0
                        ? words.say("visits.progress.same")
                        : words.say(rose > 0 ? "visits.progress.up" : "visits.progress.down", Math.abs(rose)));
    }
}
