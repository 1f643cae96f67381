package vn.tungnha.visits;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.SortKeys;

/** Reading desks: the last ones of a team, one with what was done at it, and who may be standing before it. */
@Service
@RequiredArgsConstructor
public class DeskLog {

    private static final int LAST = 10;
    private static final int MOST_FOUND = 12;

    private final JdbcClient jdbc;
    private final VisitAccess access;
    private final Clock clock;

    public List<DeskView.Line> last(long team, CurrentUser user) {
        access.requireTeam(team, Days.today(clock), user);
        return jdbc.sql("""
                        select k.id, k.name, k.topic, k.held_on as day, k.started_at,
                               (select count(*) from visit v where v.desk_id = k.id and v.status <> 'WITHDRAWN') as persons,
                               (select coalesce(sum(t.turns), 0) from desk_count n join desk_turns t on t.count_id = n.id
                                where n.desk_id = k.id and n.withdrawn_at is null) as turns
                        from desk k where k.team_id = :team order by k.held_on desc, k.started_at desc limit :last
                        """)
                .param("team", team)
                .param("last", LAST)
                .query((row, n) -> new DeskView.Line(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("topic"),
                        row.getObject("day", LocalDate.class),
                        row.getTimestamp("started_at").toInstant(),
                        row.getInt("persons"),
                        row.getInt("turns")))
                .list();
    }

    /** Those a phone of the team may go on with. */
    public List<DeskView.Line> today(long team, CurrentUser user) {
        LocalDate today = Days.today(clock);
        return last(team, user).stream()
                .filter(desk -> desk.day().equals(today))
                .toList();
    }

    public DeskView get(UUID id, CurrentUser user) {
        List<DeskView.Count> counts = counts(id);
        Map<String, Integer> turns = new LinkedHashMap<>();
        counts.forEach(count -> count.turns().forEach((topic, n) -> turns.merge(topic, n, Integer::sum)));
        DeskView desk = jdbc.sql("""
                        select k.team_id, t.name as team_name, k.name, k.held_on, k.started_at, k.topic
                        from desk k join team t on t.id = k.team_id where k.id = :id
                        """)
                .param("id", id)
                .query((row, n) -> new DeskView(
                        id,
                        row.getLong("team_id"),
                        row.getString("team_name"),
                        row.getString("name"),
                        row.getObject("held_on", LocalDate.class),
                        row.getTimestamp("started_at").toInstant(),
                        row.getString("topic"),
                        turns,
                        met(id),
                        counts))
                .optional()
                .orElseThrow(() -> new NotFound("desk", id));
        access.requireTeam(desk.teamId(), desk.day(), user);
        return desk;
    }

    /** People of the team's area by name, birth year or address, in any order of words, without diacritics. */
    public List<DeskView.Found> find(long team, String typed, CurrentUser user) {
        access.requireTeam(team, Days.today(clock), user);
        List<String> patterns = SortKeys.patterns(typed);
        if (patterns.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select r.id as resident_id, h.id as household_id, r.name, r.birth_year, h.alley, h.number
                        from resident r join household h on h.id = r.household_id
                        where r.status = 'PRESENT' and h.status = 'ACTIVE'
                          and (r.search || ' ' || coalesce(r.birth_year::text, '') || ' ' || h.search) like all(:patterns)
                          and exists (select from team_area a where a.village_id = h.village_id and a.team_id = :team
                                      and :today between a.valid_from and a.valid_to)
                        order by r.search like :first desc, r.search, h.sort_key, r.id limit :most
                        """)
                .param("patterns", patterns.toArray(String[]::new))
                .param("first", patterns.get(0))
                .param("team", team)
                .param("today", Days.today(clock))
                .param("most", MOST_FOUND)
                .query(DeskView.Found.class)
                .list();
    }

    /** Where somebody of the team's area lives. */
    public UUID householdOf(UUID resident, long team, CurrentUser user) {
        access.requireTeam(team, Days.today(clock), user);
        return jdbc.sql("""
                        select h.id from resident r join household h on h.id = r.household_id
                        where r.id = :resident and r.status = 'PRESENT' and h.status = 'ACTIVE'
                          and exists (select from team_area a where a.village_id = h.village_id and a.team_id = :team
                                      and :today between a.valid_from and a.valid_to)
                        """)
                .param("resident", resident)
                .param("team", team)
                .param("today", Days.today(clock))
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new NotFound("resident", resident));
    }

    private List<DeskView.Met> met(UUID desk) {
        return jdbc.sql("""
                        select v.id, r.name, r.birth_year, h.number || ' ' || h.alley as address, v.visited_at,
                               (select count(*) from activation a
                                where a.visit_id = v.id and a.result = 'ACTIVATED') as activated
                        from visit v join household h on h.id = v.household_id
                        left join lateral (select p.name, p.birth_year from visit_guided g join resident p on p.id = g.resident_id
                                           where g.visit_id = v.id order by p.id limit 1) r on true
                        where v.desk_id = :desk and v.status <> 'WITHDRAWN' order by v.received_at desc, v.id
                        """)
                .param("desk", desk)
                .query((row, n) -> new DeskView.Met(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        (Integer) row.getObject("birth_year"),
                        row.getString("address"),
                        row.getTimestamp("visited_at").toInstant(),
                        row.getInt("activated")))
                .list();
    }

    private List<DeskView.Count> counts(UUID desk) {
        Map<UUID, DeskView.Count> counts = new LinkedHashMap<>();
        jdbc.sql("""
                        select n.id, n.counted_at, t.topic, t.turns from desk_count n
                        join desk_turns t on t.count_id = n.id join topic o on o.code = t.topic
                        where n.desk_id = :desk and n.withdrawn_at is null
                        order by n.received_at desc, n.id, o.position, t.topic
                        """).param("desk", desk).query(row -> {
            UUID id = row.getObject("id", UUID.class);
            var at = row.getTimestamp("counted_at").toInstant();
            counts.computeIfAbsent(id, any -> new DeskView.Count(id, at, new LinkedHashMap<>()))
                    .turns()
                    .put(row.getString("topic"), row.getInt("turns"));
        });
        return new ArrayList<>(counts.values());
    }
}
