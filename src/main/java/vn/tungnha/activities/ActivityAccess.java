package vn.tungnha.activities;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.Scope;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.identity.ScopeSql;
import vn.tungnha.identity.TeamPlaces;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.OutOfScope;

/** Who sees an activity, and who runs it: the leader of the team that holds it, and officials of the place. */
@Component
@RequiredArgsConstructor
class ActivityAccess {

    /** Those who run what lies in their place. */
    static final List<Role> OFFICIALS =
            List.of(Role.ADMIN, Role.PROVINCE_OFFICER, Role.DISTRICT_OFFICER, Role.WARD_OFFICER, Role.WARD_LEADER);

    /** Activities {@code a} held by or with a team of one's own, in one's place, or with a team of one's place. */
    static final String SEEN = """
            (:everything or a.team_id = any(:teams) or a.village_id in (%1$s)
             or exists (select from activity_team x where x.activity_id = a.id and x.team_id = any(:teams))
             or exists (select from activity_team x join team_area s on s.team_id = x.team_id
                        where x.activity_id = a.id and s.village_id in (%1$s)))""".formatted(ScopeSql.INSIDE);

    private final ScopeGuard guard;
    private final TeamPlaces places;
    private final Clock clock;

    StatementSpec bind(StatementSpec statement, CurrentUser user) {
        return ScopeSql.bind(statement, user.scope(), Data.FIGURES, roots(user), Days.today(clock))
                .param("teams", user.scope().teams().toArray(Long[]::new));
    }

    boolean mayRun(long team, long village, CurrentUser user) {
        return user.as(Role.TEAM_LEADER).scope().teams().contains(team)
                || guard.covers(user.as(OFFICIALS).scope(), Data.FIGURES, village);
    }

    void requireRun(ActivityView activity, CurrentUser user) {
        if (!mayRun(activity.teamId(), activity.villageId(), user)) {
            throw new OutOfScope("activity", activity.id());
        }
    }

    /** That somebody may send a team somewhere: as its leader, or as an official of its place. */
    void requireTeam(long team, LocalDate day, CurrentUser user) {
        if (!mayLead(team, day, user)) {
            throw new OutOfScope("team", team);
        }
    }

    boolean mayLead(long team, LocalDate day, CurrentUser user) {
        if (user.as(Role.TEAM_LEADER).scope().teams().contains(team)) {
            return true;
        }
        Scope officials = user.as(OFFICIALS).scope();
        return officials.everything()
                || places.lastVillagesOf(team, day).stream()
                        .anyMatch(village -> guard.covers(officials, Data.FIGURES, village));
    }

    /** Those of the teams that somebody else has to answer for: they stay invited. */
    Set<Long> others(Set<Long> teams, LocalDate day, CurrentUser user) {
        return teams.stream().filter(team -> !mayLead(team, day, user)).collect(Collectors.toSet());
    }

    /** Who has nothing but a team sees nothing of other teams of the same village. */
    private Set<Long> roots(CurrentUser user) {
        Set<Long> roots = new HashSet<>(user.scope().roots(Data.FIGURES));
        user.scope().teams().forEach(team -> roots.removeAll(places.villagesOf(team, Days.today(clock))));
        return roots;
    }
}
