package vn.tungnha.visits;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.Period;

/** Where a team stands among the teams of its ward, by valid visits in a period. */
@Service
@RequiredArgsConstructor
public class TeamStandings {

    private final JdbcClient jdbc;

    /** Teams of the same commune on the period's last day; equals share a rank. */
    public Standing of(long team, Period period, CurrentUser user) {
        if (!user.scope().teams().contains(team)) {
            throw new OutOfScope("team", team);
        }
        List<Standing> standing = jdbc.sql("""
                        with home as (
                            select a.team_id, c.ancestor_id as commune
                            from team_area a
                            join unit_closure c on c.descendant_id = a.village_id and :last between c.valid_from and c.valid_to
                            join unit u on u.id = c.ancestor_id and u.level = 'COMMUNE'
                            where a.home and :last between a.valid_from and a.valid_to
                        ), counted as (
                            select h.team_id, h.commune, (select count(*) from visit v where v.team_id = h.team_id
                                   and v.status <> 'WITHDRAWN' and v.place = 'HOME' and v.visited_on between :first and :last) as visits
                            from home h where h.commune = (select commune from home where team_id = :team)
                        )
                        select m.commune, m.visits, (select count(*) + 1 from counted o where o.visits > m.visits) as rank,
                               (select count(*) from counted) as teams
                        from counted m where m.team_id = :team
                        """)
                .param("team", team)
                .param("first", period.first())
                .param("last", period.last())
                .query(Standing.class)
                .list();
        return standing.isEmpty() ? new Standing(null, 0, 0, 0) : standing.get(0);
    }

    /**
     * @param commune id of the unit all these teams belong to, null where the team had no home then
     * @param teams 0 where the team had no home in any commune then
     */
    public record Standing(@Nullable Long commune, long visits, int rank, int teams) {}
}
