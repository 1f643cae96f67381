package vn.tungnha.activities;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.PlaceResolver;
import vn.tungnha.shared.NotFound;

/** An activity lies in its village and in those of the teams invited, and belongs to all these teams. */
@Component
@RequiredArgsConstructor
class ActivityPlaces implements PlaceResolver {

    private final JdbcClient jdbc;

    private record Held(long teamId, long villageId) {}

    @Override
    public String kind() {
        return "activity";
    }

    @Override
    public Set<Long> unitsOf(String id) {
        Set<Long> units =
                new HashSet<>(jdbc.sql("""
                        select s.village_id from activity_team x join activity a on a.id = x.activity_id
                        join team_area s on s.team_id = x.team_id and a.held_on between s.valid_from and s.valid_to
                        where x.activity_id = ?""").param(key(id)).query(Long.class).set());
        units.add(held(id).villageId());
        return units;
    }

    @Override
    public Set<Long> teamsOf(String id) {
        Set<Long> teams = new HashSet<>(jdbc.sql("select team_id from activity_team where activity_id = ?")
                .param(key(id))
                .query(Long.class)
                .set());
        teams.add(held(id).teamId());
        return teams;
    }

    private Held held(String id) {
        return jdbc.sql("select team_id, village_id from activity where id = ?")
                .param(key(id))
                .query(Held.class)
                .optional()
                .orElseThrow(() -> new NotFound("activity", id));
    }

    static UUID key(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException unreadable) {
            throw new NotFound("activity", id);
        }
    }
}
