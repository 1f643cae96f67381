package vn.tungnha.contests;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
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

/** Who sees and who runs what a unit or a team holds: officials of the place, and the leader of the team itself. */
@Component
@RequiredArgsConstructor
public class ContestAccess {

    /** Those who run what lies in their place. */
    static final List<Role> OFFICIALS =
            List.of(Role.ADMIN, Role.PROVINCE_OFFICER, Role.DISTRICT_OFFICER, Role.WARD_OFFICER, Role.WARD_LEADER);

    /** Rows {@code c} with a unit or a team of one's own. */
    public static final String SEEN = """
            (:everything or c.unit_id in (%1$s) or c.team_id = any(:teams)
             or exists (select from team_area s where s.team_id = c.team_id and s.village_id in (%1$s)))""".formatted(ScopeSql.INSIDE);

    private final ScopeGuard guard;
    private final TeamPlaces places;
    private final Clock clock;

    public StatementSpec bind(StatementSpec statement, CurrentUser user) {
        Set<Long> roots = new HashSet<>(user.scope().roots(Data.FIGURES));
        user.scope().teams().forEach(team -> roots.removeAll(places.villagesOf(team, Days.today(clock))));
        return ScopeSql.bind(statement, user.scope(), Data.FIGURES, roots, Days.today(clock))
                .param("teams", user.scope().teams().toArray(Long[]::new));
    }

    public boolean mayRun(@Nullable Long unit, @Nullable Long team, CurrentUser user) {
        return unit == null
                ? team != null && mayLead(team, user)
                : guard.covers(user.as(OFFICIALS).scope(), Data.FIGURES, unit);
    }

    public void requireRun(@Nullable Long unit, @Nullable Long team, CurrentUser user) {
        if (!mayRun(unit, team, user)) {
            throw new OutOfScope("place", String.valueOf(unit == null ? team : unit));
        }
    }

    /** Who reads full names: whose own contest it is, and those who may read of the people of its place. */
    public boolean mayName(@Nullable Long unit, @Nullable Long team, CurrentUser user) {
        Scope scope = user.as(OFFICIALS).scope();
        if (unit != null) {
            return scope.figures().contains(unit) || guard.covers(scope, Data.PEOPLE, unit);
        }
        return team != null
                && (user.as(Role.TEAM_LEADER).scope().teams().contains(team)
                        || places.lastVillagesOf(team, Days.today(clock)).stream()
                                .anyMatch(village ->
                                        guard.covers(user.as(OFFICIALS).scope(), Data.PEOPLE, village)));
    }

    private boolean mayLead(long team, CurrentUser user) {
        if (user.as(Role.TEAM_LEADER).scope().teams().contains(team)) {
            return true;
        }
        Scope officials = user.as(OFFICIALS).scope();
        return officials.everything()
                || places.lastVillagesOf(team, Days.today(clock)).stream()
                        .anyMatch(village -> guard.covers(officials, Data.FIGURES, village));
    }
}
