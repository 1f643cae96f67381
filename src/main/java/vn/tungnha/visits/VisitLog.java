package vn.tungnha.visits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeSql;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;

/** Reading the log of visits: one with all its versions, or a page of many. */
@Service
@RequiredArgsConstructor
public class VisitLog {

    private static final String LISTED = """
        from visit v
        join household h on h.id = v.household_id
        join team t on t.id = v.team_id
        left join account a on a.id = v.recorded_by
        where (cast(:day as date) is null or v.visited_on = :day)
          and (cast(:team as bigint) is null or v.team_id = :team)
          and (cast(:outcome as text) is null or v.outcome = :outcome)
          and (cast(:by as uuid) is null or v.recorded_by = :by)
          and (v.team_id = any(:teams) or %s)
        """.formatted(ScopeSql.covers("h.village_id"));

    private static final String FLAGGED = " and v.attention is not null and v.status <> 'WITHDRAWN'";

    /** An appointment of an earlier day, and nobody has been at the door since. */
    private static final String OVERDUE = """
         and v.follow_up_at < :today and v.status <> 'WITHDRAWN' and not exists (
            select from visit n where n.household_id = v.household_id and n.status <> 'WITHDRAWN' and n.place = 'HOME'
            and n.visited_at > v.visited_at)
        """;

    private static final int ROWS_AT_A_TIME = 500;

    private final JdbcClient jdbc;
    private final VisitAccess access;
    private final VisitVersions versions;
    private final VisitNames names;
    private final VisitSites sites;
    private final Clock clock;

    public PageOf<VisitRow> list(VisitQuery query, CurrentUser user, Paging paging) {
        long total = filtered("select count(*) " + listed(query), query, user)
                .query(Long.class)
                .single();
        List<VisitRow> rows = rows(query, user, paging.size(), paging.offset())
                .query(VisitLog::row)
                .list();
        return PageOf.of(rows, paging, total);
    }

    /** All of a list, one after the other, until no more are wanted; whether all were. */
    @Transactional(readOnly = true)
    public boolean each(VisitQuery query, CurrentUser user, Predicate<VisitRow> goesOn) {
        try (Stream<VisitRow> rows =
                rows(query, user, Integer.MAX_VALUE, 0).withFetchSize(ROWS_AT_A_TIME).query(VisitLog::row).stream()) {
            return rows.allMatch(goesOn);
        }
    }

    private JdbcClient.StatementSpec rows(VisitQuery query, CurrentUser user, int size, long offset) {
        return filtered(
                        """
                                select v.id, v.household_id, h.alley, h.number, v.team_id, t.name as team_name, v.visited_at,
                                       v.outcome, v.status, v.place, v.entry, v.attention, v.follow_up_at, a.display_name,
                                       (select count(*) from activation n where n.visit_id = v.id and n.result = 'ACTIVATED') as activated
                                """
                                + listed(query)
                                + " order by v.visited_on desc, v.visited_at desc, v.id limit :size offset :offset",
                        query,
                        user)
                .param("size", size)
                .param("offset", offset);
    }

    /** How many the ward should look at. */
    public int flagged(CurrentUser user) {
        VisitQuery query = new VisitQuery(null, null, null, VisitQuery.Show.ATTENTION, null);
        return filtered("select count(*) " + listed(query), query, user)
                .query(Integer.class)
                .single();
    }

    /** @throws NotFound when there is no such visit; outside the scope it is OutOfScope, which readers cannot tell apart */
    public VisitView get(UUID id, CurrentUser user) {
        Head head = jdbc.sql("""
            select v.*, h.alley, h.number, t.name as team_name, a.display_name,
                   (select k.name from desk k where k.id = v.desk_id) as desk_name,
                   %s as commune
            from visit v
            join household h on h.id = v.household_id
            join team t on t.id = v.team_id
            left join account a on a.id = v.recorded_by
            left join household_placement p on p.household_id = v.household_id
                and v.visited_on between p.valid_from and p.valid_to
            where v.id = :id
            """.formatted(VisitSites.COMMUNE_THAT_DAY))
                .param("id", id)
                .query(VisitLog::head)
                .optional()
                .orElseThrow(() -> new NotFound("visit", id));
        if (!user.scope().teams().contains(head.teamId())) {
            access.requireHousehold(head.householdId(), head.visitedOn(), user);
        }
        List<VisitView.Version> said = versions.all(id);
        return new VisitView(
                id,
                head.status(),
                head.version(),
                head.householdId(),
                head.alley(),
                head.number(),
                head.teamId(),
                head.teamName(),
                head.place(),
                head.visitedAt(),
                head.receivedAt(),
                head.outcome(),
                head.recordedByName(),
                head.entry(),
                head.atDesk(),
                head.deskName(),
                head.attention(),
                head.settled(),
                said,
                names.of(said.stream().map(VisitView.Version::told).toList()),
                head.attention().contains(Attention.DOUBLE) ? sites.other(id).orElse(null) : null,
                !said.isEmpty()
                        && access.mayChange(
                                head.recordedBy(), head.teamId(), head.householdId(), head.visitedOn(), user));
    }

    /** Whether it is in the log, rather than held. */
    public boolean knows(UUID id) {
        return jdbc.sql("select exists (select from visit where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** Teams at work in the reader's scope, to filter by. */
    public Map<Long, String> teams(CurrentUser user) {
        Map<Long, String> teams = new LinkedHashMap<>();
        String sql = """
            select t.id, t.name from team t
            where t.ended_on >= :today
              and (t.id = any(:teams) or exists (
                select from team_area a
                where a.team_id = t.id and :today between a.valid_from and a.valid_to and %s))
            order by t.number nulls last, t.name limit 500
            """.formatted(ScopeSql.covers("a.village_id"));
        ScopeSql.bind(jdbc.sql(sql), user.scope(), Data.PEOPLE, Days.today(clock))
                .param("teams", VisitAccess.ids(user.scope().teams()))
                .query(row -> {
                    teams.put(row.getLong("id"), row.getString("name"));
                });
        return teams;
    }

    private static String listed(VisitQuery query) {
        return LISTED
                + switch (query.show()) {
                    case ALL -> "";
                    case ATTENTION -> FLAGGED;
                    case OVERDUE -> OVERDUE;
                };
    }

    private static @Nullable Instant instant(@Nullable Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }

    private JdbcClient.StatementSpec filtered(String sql, VisitQuery query, CurrentUser user) {
        Outcome outcome = query.outcome();
        return ScopeSql.bind(jdbc.sql(sql), user.scope(), Data.PEOPLE, Days.today(clock))
                .param("day", query.day())
                .param("team", query.team())
                .param("outcome", outcome == null ? null : outcome.name())
                .param("by", query.by())
                .param("teams", VisitAccess.ids(user.scope().teams()));
    }

    private static VisitRow row(ResultSet row, int n) throws SQLException {
        return new VisitRow(
                row.getObject("id", UUID.class),
                row.getObject("household_id", UUID.class),
                row.getString("alley"),
                row.getString("number"),
                row.getLong("team_id"),
                row.getString("team_name"),
                row.getTimestamp("visited_at").toInstant(),
                Outcome.valueOf(row.getString("outcome")),
                VisitStatus.valueOf(row.getString("status")),
                row.getInt("activated"),
                Place.valueOf(row.getString("place")) == Place.DESK,
                Entry.valueOf(row.getString("entry")),
                VisitSites.attention(row.getString("attention")),
                instant(row.getTimestamp("follow_up_at")),
                row.getString("display_name"));
    }

    private static Head head(ResultSet row, int n) throws SQLException {
        return new Head(
                row.getObject("id", UUID.class),
                VisitStatus.valueOf(row.getString("status")),
                row.getInt("version"),
                row.getObject("household_id", UUID.class),
                row.getString("alley"),
                row.getString("number"),
                row.getLong("team_id"),
                row.getString("team_name"),
                row.getString("commune"),
                row.getTimestamp("visited_at").toInstant(),
                row.getObject("visited_on", LocalDate.class),
                row.getTimestamp("received_at").toInstant(),
                Outcome.valueOf(row.getString("outcome")),
                row.getObject("recorded_by", UUID.class),
                row.getString("display_name"),
                Entry.valueOf(row.getString("entry")),
                Place.valueOf(row.getString("place")) == Place.DESK,
                row.getString("desk_name"),
                VisitSites.attention(row.getString("attention")),
                row.getString("settled") != null);
    }

    private record Head(
            UUID id,
            VisitStatus status,
            int version,
            UUID householdId,
            String alley,
            String number,
            long teamId,
            String teamName,
            @Nullable String place,
            Instant visitedAt,
            LocalDate visitedOn,
            Instant receivedAt,
            Outcome outcome,
            @Nullable UUID recordedBy,
            @Nullable String recordedByName,
            Entry entry,
            boolean atDesk,
            @Nullable String deskName,
            Set<Attention> attention,
            boolean settled) {}
}
