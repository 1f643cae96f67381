package vn.tungnha.visits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.SortKeys;

/** The households of a team's area with their people, many at once, for paper and for typing paper in. */
@Service
@RequiredArgsConstructor
public class TeamHouses {

    private static final String HOUSES = """
            select h.id, h.alley, h.number, h.label, h.children,
                   (select r.name from resident r where r.household_id = h.id and r.status = 'PRESENT'
                    order by r.householder desc, r.birth_year nulls last limit 1) as householder,
                   last.outcome, last.visited_at, last.follow_up_at
            from household h
            left join lateral (
                select v.outcome, v.visited_at, v.follow_up_at from visit v
                where v.household_id = h.id and v.status <> 'WITHDRAWN' and v.place = 'HOME'
                order by v.visited_at desc, v.id limit 1) last on true
            where h.status = 'ACTIVE'
              and exists (select from team_area a where a.village_id = h.village_id and a.team_id = :team
                          and :today between a.valid_from and a.valid_to)
            """;

    private final JdbcClient jdbc;
    private final HolderStates states;
    private final VisitAccess access;
    private final Clock clock;

    /** Names of the alleys in walking order, with how many households each has. */
    public List<Alley> alleys(long team, CurrentUser user) {
        access.requireTeam(team, Days.today(clock), user);
        return jdbc.sql("""
                        select h.alley as name, count(*) as households from household h
                        where h.status = 'ACTIVE'
                          and exists (select from team_area a where a.village_id = h.village_id and a.team_id = :team
                                      and :today between a.valid_from and a.valid_to)
                        group by h.alley order by min(h.sort_key)
                        """)
                .param("team", team)
                .param("today", Days.today(clock))
                .query(Alley.class)
                .list();
    }

    /** Every household of some alleys in walking order; no alleys named = all of them. */
    public List<House> in(Collection<String> alleys, long team, CurrentUser user) {
        return houses(
                team,
                user,
                " and (cardinality(:alleys) = 0 or h.alley = any(:alleys)) order by h.sort_key, h.id",
                "alleys",
                alleys.toArray(String[]::new));
    }

    /** By name, number or alley, in any order of words, without diacritics; a number that is exactly this one first. */
    public List<House> find(String typed, long team, CurrentUser user, int most) {
        List<String> patterns = SortKeys.patterns(typed);
        if (patterns.isEmpty()) {
            return List.of();
        }
        String rest = """
                 and not exists (select from unnest(:patterns) w(word)
                    where h.search not like w.word
                      and not exists (select from resident r where r.household_id = h.id and r.status = 'PRESENT'
                                      and r.search like w.word))
                order by h.search like ('% ' || substr((:patterns)[1], 2)) desc, h.sort_key, h.id limit """;
        return houses(team, user, rest + " " + most, "patterns", patterns.toArray(String[]::new));
    }

    /** Those of the ids that lie in the team's area. */
    public Map<UUID, House> of(Collection<UUID> ids, long team, CurrentUser user) {
        Map<UUID, House> houses = new HashMap<>();
        if (!ids.isEmpty()) {
            houses(team, user, " and h.id = any(:ids)", "ids", ids.toArray(UUID[]::new))
                    .forEach(house -> houses.put(house.id(), house));
        }
        return houses;
    }

    private List<House> houses(long team, CurrentUser user, String rest, String name, Object[] values) {
        LocalDate today = Days.today(clock);
        access.requireTeam(team, today, user);
        List<House> found = jdbc.sql(HOUSES + rest)
                .param("team", team)
                .param("today", today)
                .param(name, values)
                .query(TeamHouses::house)
                .list();
        Map<UUID, List<Homes.Person>> people =
                people(found.stream().map(House::id).toList());
        return found.stream()
                .map(house -> house.with(people.getOrDefault(house.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<Homes.Person>> people(List<UUID> households) {
        List<Row> rows = jdbc.sql("""
                        select id, household_id, name, birth_year, sex, householder from resident
                        where household_id = any(:households) and status = 'PRESENT'
                        order by householder desc, birth_year nulls last, id
                        """)
                .param("households", households.toArray(UUID[]::new))
                .query(Row.class)
                .list();
        Map<UUID, Map<String, HolderState>> held =
                states.of(rows.stream().map(Row::id).toList());
        Map<UUID, List<Homes.Person>> people = new HashMap<>();
        rows.forEach(row -> people.computeIfAbsent(row.householdId(), any -> new ArrayList<>())
                .add(new Homes.Person(
                        row.id(),
                        row.name(),
                        row.birthYear(),
                        row.sex(),
                        row.householder(),
                        held.getOrDefault(row.id(), Map.of()))));
        return people;
    }

    private static House house(ResultSet row, int n) throws SQLException {
        return new House(
                row.getObject("id", UUID.class),
                row.getString("alley"),
                row.getString("number"),
                row.getString("label"),
                row.getInt("children"),
                row.getString("householder"),
                Rounds.outcome(row.getString("outcome")),
                Rounds.instant(row.getTimestamp("visited_at")),
                Rounds.instant(row.getTimestamp("follow_up_at")),
                List.of());
    }

    private record Row(
            UUID id,
            UUID householdId,
            @Nullable String name,
            @Nullable Integer birthYear,
            @Nullable String sex,
            boolean householder) {}

    /** An alley of the team's area. */
    public record Alley(String name, int households) {}

    /** @param last outcome of the last visit ever at the door */
    public record House(
            UUID id,
            String alley,
            String number,
            @Nullable String label,
            int children,
            @Nullable String householder,
            @Nullable Outcome last,
            @Nullable Instant lastAt,
            @Nullable Instant followUpAt,
            List<Homes.Person> persons) {

        House with(List<Homes.Person> people) {
            return new House(
                    id, alley, number, label, children, householder, last, lastAt, followUpAt, List.copyOf(people));
        }
    }
}
