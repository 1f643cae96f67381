package vn.tungnha.visits;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.teams.TeamActivity;

/** Tells the teams when each was last out. */
@Component
@RequiredArgsConstructor
class TeamActivityFromLog implements TeamActivity {

    private final JdbcClient jdbc;

    @Override
    public Map<Long, LocalDate> lastLog(Collection<Long> teamIds) {
        Map<Long, LocalDate> last = new HashMap<>();
        jdbc.sql("""
                        select t.id, greatest(
                                   (select max(v.visited_on) from visit v
                                    where v.team_id = t.id and v.status <> 'WITHDRAWN'),
                                   (select max(k.held_on) from desk k join desk_count n on n.desk_id = k.id
                                    where k.team_id = t.id and n.withdrawn_at is null)) as day
                        from unnest(:teams) t(id)
                        """).param("teams", VisitAccess.ids(teamIds)).query(row -> {
            LocalDate day = row.getObject("day", LocalDate.class);
            if (day != null) {
                last.put(row.getLong("id"), day);
            }
        });
        return last;
    }
}
