package vn.tungnha.teams.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.desk.DeskEdit;
import vn.tungnha.teams.Decision;
import vn.tungnha.teams.TeamCommand;
import vn.tungnha.teams.TeamStatus;
import vn.tungnha.teams.TeamView;
import vn.tungnha.teams.TeamVillage;
import vn.tungnha.teams.Teams;

/**
 * One thing about a team that is set from the list; everything else stays as it is.
 *
 * @param as what the team shall be with the value
 */
record TeamEdit(
        Teams teams,
        String code,
        String label,
        @Nullable String forMany,
        Input input,
        Function<TeamView, String> value,
        BiFunction<TeamView, String, TeamCommand> as,
        Function<Locale, List<Choice>> offered)
        implements DeskEdit<CurrentUser> {

    private static final int LONGEST = 120;

    @Override
    public boolean inPlace() {
        return true;
    }

    @Override
    public List<String> roles() {
        return List.of("WARD_OFFICER", "WARD_LEADER", "ADMIN");
    }

    @Override
    public List<Choice> choices(CurrentUser user, Locale locale) {
        return offered.apply(locale);
    }

    @Override
    public String page(String id) {
        return "/teams/" + id + "/edit";
    }

    @Override
    public Held held(String id, CurrentUser user) {
        TeamView team = teams.get(number(id), user);
        return new Held(
                team.name(),
                String.valueOf(team.version()),
                value.apply(team),
                team.status() == TeamStatus.ACTIVE ? null : "teams.error.ended");
    }

    @Override
    public void put(String id, String state, String typed, CurrentUser user) {
        if (typed.length() > LONGEST) {
            throw new RuleBroken("teams.error.long");
        }
        if (input == Input.CHOICE
                && offered.apply(Locale.ROOT).stream()
                        .noneMatch(choice -> choice.value().equals(typed))) {
            throw new RuleBroken("teams.error.kind");
        }
        TeamView team = teams.get(number(id), user);
        teams.edit(team.id(), Integer.parseInt(state), as.apply(team, typed), user);
    }

    @Override
    public String words(String said, Locale locale) {
        return offered.apply(locale).stream()
                .filter(choice -> choice.value().equals(said))
                .map(Choice::text)
                .findFirst()
                .orElse(said);
    }

    static TeamCommand responsible(TeamView team, String typed) {
        return command(team, team.kind(), team.decision(), typed.isEmpty() ? null : typed);
    }

    static TeamCommand kind(TeamView team, String typed) {
        return command(team, typed, team.decision(), team.responsible());
    }

    static TeamCommand decision(TeamView team, String typed) {
        Decision decision = new Decision(
                typed.isEmpty() ? null : typed,
                team.decision().date(),
                team.decision().signer());
        return command(team, team.kind(), decision, team.responsible());
    }

    private static TeamCommand command(TeamView team, String kind, Decision decision, @Nullable String responsible) {
        TeamVillage home = team.home();
        if (home == null) {
            throw new RuleBroken("teams.error.village");
        }
        Set<Long> others = new LinkedHashSet<>(team.villageIds());
        others.remove(home.id());
        return new TeamCommand(
                team.name(),
                team.number(),
                kind,
                home.id(),
                others,
                null,
                decision,
                responsible,
                team.responsibleContact(),
                team.group(),
                team.establishedOn());
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException notANumber) {
            throw new NotFound("team", id);
        }
    }
}
