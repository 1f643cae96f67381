package vn.tungnha.visits;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;

/** What a phone of a team holds of its alleys: the round as the page shows it, and who lives behind each door. */
@Service
@RequiredArgsConstructor
public class Snapshots {

    private final JdbcClient jdbc;
    private final Rounds rounds;

    /** Taken at one moment, in a number of statements that does not depend on the number of households. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Snapshot take(long team, CurrentUser user) {
        Rounds.Walk walk = rounds.walk(team, user);
        Map<UUID, Door> doors = doors(walk.round());
        List<Alley> alleys = new ArrayList<>();
        walk.round()
                .alleys()
                .forEach((name, stops) -> alleys.add(new Alley(
                        name,
                        stops.stream()
                                .filter(stop -> doors.containsKey(stop.id()))
                                .map(stop -> new House(
                                        stop,
                                        Objects.requireNonNull(doors.get(stop.id())),
                                        walk.persons().getOrDefault(stop.id(), List.of())))
                                .toList())));
        return new Snapshot(walk.round(), alleys);
    }

    private Map<UUID, Door> doors(Round round) {
        Map<UUID, Door> doors = new HashMap<>();
        jdbc.sql("""
                        select h.id, h.kind, h.label, h.children, v.code as village
                        from household h
                        join unit_version v on v.unit_id = h.village_id and :today between v.valid_from and v.valid_to
                        where h.id = any(:households)
                        """)
                .param("today", round.day())
                .param("households", round.stops().stream().map(Stop::id).toArray(UUID[]::new))
                .query((row, n) -> doors.put(
                        row.getObject("id", UUID.class),
                        new Door(
                                row.getString("village"),
                                row.getString("kind"),
                                row.getString("label"),
                                row.getInt("children"))))
                .list();
        return doors;
    }

    /** @param alleys in walking order, as the round has them */
    public record Snapshot(Round round, List<Alley> alleys) {}

    /** One alley with its households in walking order. */
    public record Alley(String name, List<House> houses) {}

    /** One household of an alley. */
    public record House(Stop stop, Door door, List<Homes.Person> persons) {}

    /**
     * What stands on the door.
     *
     * @param village code of the village it lies in today
     * @param kind HOUSEHOLD or TRADER; {@code label} is what a trader's stall is called
     */
    public record Door(
            String village, String kind, @Nullable String label, int children) {}
}
