package vn.tungnha.visits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.indicators.AccountIndicators;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Period;

/** What a team sees of its alleys: the day's round, a household, whom to look for. */
@Service
@RequiredArgsConstructor
public class Rounds {

    private static final int MOST_FOUND = 30;

    private static final String STOPS = """
            select h.id, h.alley, h.number,
                   (select r.name from resident r where r.household_id = h.id and r.status = 'PRESENT'
                    order by r.householder desc, r.birth_year nulls last limit 1) as householder,
                   (select count(*) from resident r where r.household_id = h.id and r.status = 'PRESENT') as persons,
                   quarter.outcome as state, last.outcome as last_outcome, last.visited_at, last.note, last.follow_up_at,
                   coalesce(last.visited_on = :today, false) as today,
                   exists (select from visit v
                           where v.household_id = h.id and v.status <> 'WITHDRAWN' and v.place = 'HOME' and v.outcome = 'MET') as reached,
                   (select k.reason from field_skip k
                    where k.household_id = h.id and k.team_id = :team and k.day = :today) as skip,
                   share.member_id as member
            from household h
            left join lateral (
                select v.outcome, v.visited_at, v.visited_on, v.note, v.follow_up_at from visit v
                where v.household_id = h.id and v.status <> 'WITHDRAWN' and v.place = 'HOME' order by v.visited_at desc, v.id limit 1) last on true
            left join lateral (
                select v.outcome from visit v
                where v.household_id = h.id and v.status <> 'WITHDRAWN' and v.place = 'HOME' and v.visited_on between :quarter and :today
                order by (v.outcome = 'MET') desc, v.visited_at desc, v.id limit 1) quarter on true
            left join lateral (
                select p.member_id from field_share_part p join field_share s on s.id = p.share_id
                where p.household_id = h.id and s.team_id = :team and s.day = :today and s.undone_at is null
                order by s.position desc limit 1) share on true
            where h.status = 'ACTIVE'
              and exists (select from team_area a where a.village_id = h.village_id and a.team_id = :team
                          and :today between a.valid_from and a.valid_to)
            """;

    private final JdbcClient jdbc;
    private final VisitAccess access;
    private final HouseholdPeople people;
    private final Catalogue catalogue;
    private final AccountIndicators indicators;
    private final Clock clock;

    /** The teams an account goes out with, the one of the smallest number first. */
    public List<FieldTeam> teams(CurrentUser user) {
        return jdbc.sql("""
                        select t.id, t.name, (select v.full_name from team_area a
                                join unit_closure c on c.descendant_id = a.village_id and :today between c.valid_from and c.valid_to
                                join unit u on u.id = c.ancestor_id and u.level = 'COMMUNE'
                                join unit_version v on v.unit_id = u.id and :today between v.valid_from and v.valid_to
                                where a.team_id = t.id and a.home and :today between a.valid_from and a.valid_to) as place
                        from team t where t.id = any(:teams) and :today <= t.ended_on order by t.number nulls last, t.id
                        """)
                .param("teams", VisitAccess.ids(user.scope().teams()))
                .param("today", Days.today(clock))
                .query(FieldTeam.class)
                .list();
    }

    public Round today(long team, CurrentUser user) {
        return walk(team, user).round();
    }

    /** The day, and who lives behind the doors. */
    Walk walk(long team, CurrentUser user) {
        access.requireOwnTeam(team, user);
        LocalDate today = Days.today(clock);
        List<AccountType> wanted = wanted(team, today);
        List<Stop> bare = stops(team, today, " order by h.sort_key, h.id", null);
        Map<UUID, List<Homes.Person>> persons =
                people.of(bare.stream().map(Stop::id).toList());
        List<Stop> stops = withLacking(bare, persons, wanted, today.getYear());
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        jdbc.sql("""
                        select outcome, count(distinct household_id) as households from visit
                        where team_id = :team and visited_on = :today and status <> 'WITHDRAWN' and place = 'HOME' group by outcome
                        """).param("team", team).param("today", today).query(row -> {
            counts.put(Outcome.valueOf(row.getString("outcome")), row.getInt("households"));
        });
        String lastAlley = jdbc.sql("""
                        select h.alley from visit v join household h on h.id = v.household_id
                        where v.team_id = :team and v.status <> 'WITHDRAWN' and v.place = 'HOME'
                        order by (v.recorded_by = :account and v.visited_on = :today) desc nulls last,
                                 v.visited_on desc, v.visited_at desc limit 1
                        """)
                .param("team", team)
                .param("account", user.accountId())
                .param("today", today)
                .query(String.class)
                .optional()
                .orElse(null);
        return new Walk(
                new Round(today, stops, counts, lastAlley, me(team, user).orElse(null), wanted), persons);
    }

    /** The accounts somebody set the team or its ward a target for; without any, those of the form. */
    private List<AccountType> wanted(long team, LocalDate today) {
        Set<String> targeted = indicators.targeted(team, today);
        List<AccountType> wanted = catalogue.accountTypes().stream()
                .filter(type -> targeted.contains(type.code()))
                .toList();
        return wanted.isEmpty()
                ? catalogue.accountTypes().stream().filter(AccountType::onForm).toList()
                : wanted;
    }

    /** The day it is for those who walk. */
    public LocalDate day() {
        return Days.today(clock);
    }

    /** Which member of a team an account is today. */
    public Optional<UUID> me(long team, CurrentUser user) {
        return jdbc.sql("""
                        select id from team_member
                        where team_id = :team and account_id = :account and :today between joined_on and left_on limit 1
                        """)
                .param("team", team)
                .param("account", user.accountId())
                .param("today", Days.today(clock))
                .query(UUID.class)
                .optional();
    }

    /** By name, number or alley, in any order of words, without diacritics. */
    public List<Stop> find(long team, String folded, CurrentUser user) {
        access.requireOwnTeam(team, user);
        return stops(team, Days.today(clock), """
                 and not exists (select from unnest(string_to_array(:words, ' ')) w(word)
                    where strpos(h.search, w.word) = 0
                      and not exists (select from resident r where r.household_id = h.id and r.status = 'PRESENT'
                                      and strpos(r.search, w.word) > 0))
                 order by h.sort_key, h.id limit """ + " " + MOST_FOUND, folded);
    }

    private List<Stop> stops(long team, LocalDate today, String rest, @Nullable String words) {
        var query = jdbc.sql(STOPS + rest)
                .param("team", team)
                .param("today", today)
                .param("quarter", Period.of(Period.Grain.QUARTER, today).first());
        return (words == null ? query : query.param("words", words))
                .query(Rounds::stop)
                .list();
    }

    private static List<Stop> withLacking(
            List<Stop> stops, Map<UUID, List<Homes.Person>> persons, List<AccountType> wanted, int year) {
        return stops.stream()
                .map(stop -> stop.lacking(lacks(persons.getOrDefault(stop.id(), List.of()), wanted, year)))
                .toList();
    }

    /** How many persons lack which account, in the order of the accounts. */
    private static Map<String, Integer> lacks(List<Homes.Person> persons, List<AccountType> wanted, int year) {
        Map<String, Integer> lacks = new LinkedHashMap<>();
        for (AccountType type : wanted) {
            for (Homes.Person person : persons) {
                if (person.oldEnough(type, year) && !person.state(type.code()).holds()) {
                    lacks.merge(type.code(), 1, Integer::sum);
                }
            }
        }
        return lacks;
    }

    /** A round with the persons of each household. */
    record Walk(Round round, Map<UUID, List<Homes.Person>> persons) {}

    private static Stop stop(ResultSet row, int n) throws SQLException {
        return new Stop(
                row.getObject("id", UUID.class),
                row.getString("alley"),
                row.getString("number"),
                row.getString("householder"),
                row.getInt("persons"),
                row.getBoolean("reached"),
                outcome(row.getString("state")),
                outcome(row.getString("last_outcome")),
                instant(row.getTimestamp("visited_at")),
                row.getString("note"),
                instant(row.getTimestamp("follow_up_at")),
                row.getBoolean("today"),
                row.getString("skip"),
                row.getObject("member", UUID.class),
                Map.of());
    }

    static @Nullable Outcome outcome(@Nullable String code) {
        return code == null ? null : Outcome.valueOf(code);
    }

    static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    /**
     * A team to go out with.
     *
     * @param place full name of the commune it works in, null while it has no area
     */
    public record FieldTeam(long id, String name, @Nullable String place) {}
}
