package vn.tungnha.teams;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.PlaceResolver;
import vn.tungnha.identity.Role;
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
                select s.team_id from team_area s
                join unit_lineage l on l.from_id = s.village_id and :today between l.valid_from and l.valid_to
                join unit_closure c on c.descendant_id = l.to_id and :today between c.valid_from and c.valid_to
                where c.ancestor_id = any(:roots)))""";

    private static final Role[] BEYOND_ONE_TEAM = Arrays.stream(Role.values())
            .filter(role -> role != Role.TEAM_LEADER && role != Role.TEAM_MEMBER)
            .toArray(Role[]::new);

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, CurrentUser user) {
        Set<Long> roots = user.has(BEYOND_ONE_TEAM) ? user.scope().roots(Data.FIGURES) : Set.of();
        return statement
                .param("everything", user.scope().everything())
                .param("ownTeams", user.scope().teams().toArray(Long[]::new))
                .param("roots", roots.toArray(Long[]::new))
                .param("today", Days.today(clock));
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
