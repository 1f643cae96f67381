package vn.tungnha.teams;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.PlaceResolver;
import vn.tungnha.identity.Scope;
import vn.tungnha.identity.ScopeSql;
import vn.tungnha.identity.TeamPlaces;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.OutOfScope;

/** Where teams are, and who may therefore see them. */
@Component
@RequiredArgsConstructor
class TeamPlaceFinder implements TeamPlaces, PlaceResolver {

    /**
     * Teams {@code t} inside the scope. A record of an ended village follows where it went; people of a team see only
     * the teams they work in.
     */
    static final String IN_SCOPE = """
            (:everything or t.id = any(:ownTeams) or t.id in (
                select s.team_id from team_area s where s.village_id in (%s)))""".formatted(ScopeSql.INSIDE);

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, CurrentUser user) {
        LocalDate today = Days.today(clock);
        return ScopeSql.bind(statement, user.scope(), Data.FIGURES, rootsBeyondOwnTeams(user.scope(), today), today)
                .param("ownTeams", user.scope().teams().toArray(Long[]::new));
    }

    /** Who has nothing but a team sees no other team of the same village. */
    private Set<Long> rootsBeyondOwnTeams(Scope scope, LocalDate today) {
        Set<Long> roots = new HashSet<>(scope.roots(Data.FIGURES));
        scope.teams().forEach(team -> roots.removeAll(villagesOf(team, today)));
        return roots;
    }

    void require(long teamId, CurrentUser user) {
        boolean inside = bind(jdbc.sql("select exists(select from team t where t.id = :id and " + IN_SCOPE + ")"), user)
                .param("id", teamId)
                .query(Boolean.class)
                .single();
        if (!inside) {
            throw new OutOfScope("team", teamId);
        }
    }

    @Override
    public Set<Long> villagesOf(long teamId, LocalDate day) {
        return jdbc.sql("""
                        select a.village_id from team t join team_area a on a.team_id = t.id
                        where t.id = :team and :day between t.established_on and t.ended_on
                          and :day between a.valid_from and a.valid_to""")
                .param("team", teamId)
                .param("day", day)
                .query(Long.class)
                .set();
    }

    @Override
    public Set<Long> lastVillagesOf(long teamId, LocalDate day) {
        return jdbc.sql("""
                        select a.village_id from team t join team_area a on a.team_id = t.id
                        where t.id = :team and least(t.ended_on, :day) between t.established_on and t.ended_on
                          and least(t.ended_on, :day) between a.valid_from and a.valid_to""")
                .param("team", teamId)
                .param("day", day)
                .query(Long.class)
                .set();
    }

    @Override
    public String kind() {
        return "team";
    }

    @Override
    public Set<Long> unitsOf(String id) {
        Set<Long> units = jdbc.sql("select village_id from team_area where team_id = :team")
                .param("team", number(id))
                .query(Long.class)
                .set();
        if (units.isEmpty()) {
            throw new NotFound("team", id);
        }
        return units;
    }

    @Override
    public Set<Long> teamsOf(String id) {
        return Set.of(number(id));
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException notANumber) {
            throw new NotFound("team", id);
        }
    }
}
