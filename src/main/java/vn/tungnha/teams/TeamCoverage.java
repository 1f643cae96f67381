package vn.tungnha.teams;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeSql;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;

/** What is missing: villages nobody looks after, teams nobody leads, members without training or account. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class TeamCoverage {

    /** The ward of a village or of a team's home, today. */
    private static final String WARD = """
            left join lateral (
                select u.id, v.name from unit_closure c join unit u on u.id = c.ancestor_id and u.level = 'COMMUNE'
                join unit_version v on v.unit_id = u.id and :today between v.valid_from and v.valid_to
                where c.descendant_id = %s and :today between c.valid_from and c.valid_to limit 1) w on true
            """;

    private static final String UNDER = """
            (cast(:unit as bigint) is null or exists (select from unit_closure x where x.descendant_id = %s
                and x.ancestor_id = :unit and :today between x.valid_from and x.valid_to))
            """;

    private static final String VILLAGES =
            """
            from unit y join unit_version n on n.unit_id = y.id and :today between n.valid_from and n.valid_to
            """ + WARD.formatted("y.id") + """
            where y.level = 'VILLAGE' and :today between y.valid_from and y.valid_to
              and not exists (select from team_area a join team t on t.id = a.team_id and :today between t.established_on and t.ended_on
                  where a.village_id = y.id and :today between a.valid_from and a.valid_to)
              and\s""" + ScopeSql.covers("y.id") + " and " + UNDER.formatted("y.id");

    private static final String TEAMS = """
            from team t join team_area h on h.team_id = t.id and h.home and :today between h.valid_from and h.valid_to
            """ + WARD.formatted("h.village_id") + """
            where :today between t.established_on and t.ended_on and
            """ + TeamPlaceFinder.IN_SCOPE + " and "
            + UNDER.formatted("h.village_id")
            + " and not exists (select from team_member m where m.team_id = t.id and m.role = :role"
            + " and :today between m.joined_on and m.left_on)";

    private static final String MEMBERS = """
            from team_member m join team t on t.id = m.team_id and :today between t.established_on and t.ended_on
            join team_area h on h.team_id = t.id and h.home and :today between h.valid_from and h.valid_to
            """ + WARD.formatted("h.village_id") + """
            where :today between m.joined_on and m.left_on and
            """ + TeamPlaceFinder.IN_SCOPE
            + " and " + UNDER.formatted("h.village_id");

    private final JdbcClient jdbc;
    private final TeamPlaceFinder places;
    private final Clock clock;

    /** What may be missing. */
    public enum Gap {
        VILLAGES,
        LEADERS,
        DEPUTIES,
        TRAINING,
        ACCOUNTS
    }

    /**
     * One line of a list.
     *
     * @param code of the village
     * @param teamId null for a village
     * @param member null for villages and teams
     */
    public record Line(
            @Nullable String ward,
            @Nullable String village,
            @Nullable String code,
            @Nullable Long teamId,
            @Nullable String team,
            @Nullable UUID memberId,
            @Nullable String member,
            @Nullable TeamRole role,
            @Nullable LocalDate trainedOn,
            @Nullable LocalDate since) {}

    private record Counted(Line line, long total) {}

    /**
     * @param unitId under this unit; null = wherever the reader may look
     * @param years training older than this counts as none
     */
    public long count(Gap gap, @Nullable Long unitId, int years, CurrentUser user) {
        return bind("select count(*) " + from(gap), gap, unitId, years, user)
                .query(Long.class)
                .single();
    }

    public PageOf<Line> list(Gap gap, @Nullable Long unitId, int years, CurrentUser user, Paging paging) {
        List<Counted> found = bind(
                        select(gap) + ", count(*) over () as total " + from(gap) + order(gap)
                                + " limit :size offset :offset",
                        gap,
                        unitId,
                        years,
                        user)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, n) -> new Counted(
                        new Line(
                                row.getString("ward"),
                                row.getString("village"),
                                row.getString("code"),
                                row.getObject("team_id", Long.class),
                                row.getString("team"),
                                row.getObject("member_id", UUID.class),
                                row.getString("member"),
                                row.getString("role") == null ? null : TeamRole.valueOf(row.getString("role")),
                                row.getObject("trained_on", LocalDate.class),
                                row.getObject("since", LocalDate.class)),
                        row.getLong("total")))
                .list();
        long total = found.isEmpty()
                ? paging.page() == 0 ? 0 : count(gap, unitId, years, user)
                : found.get(0).total();
        return PageOf.of(found.stream().map(Counted::line).toList(), paging, total);
    }

    private static String select(Gap gap) {
        return switch (gap) {
            case VILLAGES ->
                "select w.name as ward, n.name as village, n.code, cast(null as bigint) as team_id,"
                        + " cast(null as text) as team, cast(null as uuid) as member_id, cast(null as text) as member,"
                        + " cast(null as text) as role, cast(null as date) as trained_on, nullif(y.valid_from, '1900-01-01') as since";
            case LEADERS, DEPUTIES ->
                "select w.name as ward, cast(null as text) as village, cast(null as text) as code,"
                        + " t.id as team_id, t.name as team, cast(null as uuid) as member_id, cast(null as text) as member,"
                        + " cast(null as text) as role, cast(null as date) as trained_on, t.established_on as since";
            case TRAINING, ACCOUNTS ->
                "select w.name as ward, cast(null as text) as village, cast(null as text) as code,"
                        + " t.id as team_id, t.name as team, m.id as member_id, m.name as member, m.role, m.trained_on, m.joined_on as since";
        };
    }

    private static String from(Gap gap) {
        return switch (gap) {
            case VILLAGES -> VILLAGES;
            case LEADERS, DEPUTIES -> TEAMS;
            case TRAINING -> MEMBERS + " and (m.trained_on is null or m.trained_on < :trained)";
            case ACCOUNTS -> MEMBERS + " and m.account_id is null";
        };
    }

    private static String order(Gap gap) {
        return switch (gap) {
            case VILLAGES -> " order by w.name, n.name, y.id";
            case LEADERS, DEPUTIES -> " order by w.name, t.number nulls last, t.name, t.id";
            case TRAINING, ACCOUNTS -> " order by w.name, t.number nulls last, t.name, t.id, m.sort_key, m.id";
        };
    }

    private JdbcClient.StatementSpec bind(String sql, Gap gap, @Nullable Long unitId, int years, CurrentUser user) {
        JdbcClient.StatementSpec statement = gap == Gap.VILLAGES
                ? ScopeSql.bind(jdbc.sql(sql), user.scope(), Data.FIGURES, Days.today(clock))
                : places.bind(jdbc.sql(sql), user);
        statement = statement.param("unit", unitId);
        return switch (gap) {
            case LEADERS -> statement.param("role", TeamRole.LEADER.name());
            case DEPUTIES -> statement.param("role", TeamRole.DEPUTY.name());
            case TRAINING -> statement.param("trained", Days.today(clock).minusYears(years));
            case VILLAGES, ACCOUNTS -> statement;
        };
    }
}
