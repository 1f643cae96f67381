package vn.tungnha.visits;

import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.PlaceResolver;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;

/** A visit, held or booked, lies where its household was that day and where it is now, and belongs to its team. */
@Component
@RequiredArgsConstructor
class VisitPlaces implements PlaceResolver {

    private final JdbcClient jdbc;
    private final Clock clock;

    @Override
    public String kind() {
        return "visit";
    }

    @Override
    public Set<Long> unitsOf(String id) {
        Set<Long> villages = new HashSet<>(jdbc.sql("""
                        select p.village_id from visit v
                        join household_placement p on p.household_id = v.household_id
                        where v.id = :id and (v.visited_on between p.valid_from and p.valid_to
                                              or :today between p.valid_from and p.valid_to)
                        union select village_id from held_visit where id = :id and kind = 'VISIT' and village_id is not null
                        """)
                .param("id", uuid(id))
                .param("today", Days.today(clock))
                .query(Long.class)
                .list());
        if (villages.isEmpty()) {
            throw new NotFound("visit", id);
        }
        return villages;
    }

    @Override
    public Set<Long> teamsOf(String id) {
        return new HashSet<>(jdbc.sql(
                        "select team_id from visit where id = :id union select team_id from held_visit where id = :id and kind = 'VISIT'")
                .param("id", uuid(id))
                .query(Long.class)
                .list());
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException unreadable) {
            throw new NotFound("visit", id);
        }
    }
}
