package vn.tungnha.visits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeSql;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;

/** What phones told and nobody could book: for the ward to decide, and for its teller to follow. */
@Service
@RequiredArgsConstructor
public class Inbox {

    private static final String ROWS = """
            select x.*, coalesce(h.alley, x.body -> 'newHousehold' ->> 'alley') as alley,
                   coalesce(h.number, x.body -> 'newHousehold' ->> 'number') as number,
                   t.name as team_name,
                   case when x.kind = 'DESK' then x.body ->> 'name' end as desk,
                   exists (select from held_visit k where k.kind = 'DESK' and k.state = 'DISMISSED'
                           and x.kind = 'VISIT' and k.id = cast(x.body ->> 'deskId' as uuid)) as alone,
                   case when x.kind = 'VISIT' and x.body ->> 'deskId' is not null then
                     (select string_agg(r.name, ', ' order by r.name) from resident r
                      where r.id in (select cast(g as uuid) from jsonb_array_elements_text(x.body -> 'guided') g)) end as who,
                   a.display_name as teller, d.display_name as decider
            """;

    private static final String ONE = " where x.id = :id and x.kind not in ('WITHDRAWAL', 'COUNT')";

    private static final String FROM = """
            from held_visit x
            left join household h on h.id = x.household_id
            left join team t on t.id = x.team_id
            left join account a on a.id = x.told_by
            left join account d on d.id = x.decided_by
            """;

    /** Somebody met at a desk that waits itself. */
    private static final String ALONG = """
            exists (select from held_visit k where k.kind = 'DESK' and k.state = 'WAITING'
                    and x.kind = 'VISIT' and k.id = cast(x.body ->> 'deskId' as uuid))
            """;

    private static final String WAITING = FROM + """
            where x.state = 'WAITING' and x.kind not in ('WITHDRAWAL', 'COUNT') and not %s
              and (x.team_id = any(:teams) or x.told_by = :account or %s)
            """.formatted(ALONG, ScopeSql.covers("x.village_id"));

    /** Decided ones stay in sight of the teller for a month. */
    private static final String OWN = FROM + """
            where x.told_by = :account and x.kind not in ('WITHDRAWAL', 'COUNT')
              and (x.state = 'WAITING' and not %s or x.decided_at > :since and x.decision not in ('AUTOMATIC', 'TAKEN_BACK'))
            """.formatted(ALONG);

    private final JdbcClient jdbc;
    private final HeldStore held;
    private final HeldHints hints;
    private final HeldDeskHints deskHints;
    private final Clock clock;

    /** The oldest first: somebody waits for an answer. */
    public PageOf<HeldRow> waiting(CurrentUser user, Paging paging) {
        long total =
                scoped("select count(*) " + WAITING, user).query(Long.class).single();
        List<HeldRow> rows = scoped(ROWS + WAITING + " order by x.received_at, x.id limit :size offset :offset", user)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(Inbox::row)
                .list();
        return PageOf.of(rows, paging, total);
    }

    /** Those of the reader's own telling, with what the ward decided. */
    public List<HeldRow> own(CurrentUser user) {
        return jdbc.sql(ROWS + OWN + " order by x.received_at desc, x.id limit 50")
                .param("account", user.accountId())
                .param("since", java.sql.Timestamp.from(clock.instant().minus(java.time.Duration.ofDays(30))))
                .query(Inbox::row)
                .list();
    }

    /** @param q words of an address or a name to look for another household; empty = none */
    public HeldView get(UUID id, String q, CurrentUser user) {
        HeldRow row = row(id);
        if (row.desk() != null) {
            throw new NotFound("held visit", id);
        }
        return hints.of(row, held.find(id).orElseThrow(), q, user);
    }

    /** Whether this is a desk, to be decided with all that was noted at it. */
    public boolean isDesk(UUID id) {
        return row(id).desk() != null;
    }

    public HeldDeskView desk(UUID id, CurrentUser user) {
        return deskHints.of(row(id), held.find(id).orElseThrow(), user);
    }

    private HeldRow row(UUID id) {
        return jdbc.sql(ROWS + FROM + ONE)
                .param("id", id)
                .query(Inbox::row)
                .optional()
                .orElseThrow(() -> new NotFound("held visit", id));
    }

    private JdbcClient.StatementSpec scoped(String sql, CurrentUser user) {
        return ScopeSql.bind(jdbc.sql(sql), user.scope(), Data.PEOPLE, Days.today(clock))
                .param("teams", VisitAccess.ids(user.scope().teams()))
                .param("account", user.accountId());
    }

    private static HeldRow row(ResultSet row, int n) throws SQLException {
        return new HeldRow(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getObject("visit_id", UUID.class),
                "CORRECTION".equals(row.getString("kind")),
                row.getString("desk"),
                row.getBoolean("alone"),
                row.getString("who"),
                row.getString("state"),
                HeldStore.reasons(row.getString("reasons")),
                row.getString("alley"),
                row.getString("number"),
                row.getString("team_name"),
                row.getString("teller"),
                moment(row, "visited_at"),
                moment(row, "received_at"),
                row.getString("decision"),
                row.getString("answer"),
                row.getString("decider"),
                Rounds.instant(row.getTimestamp("decided_at")));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        @Nullable Instant at = Rounds.instant(row.getTimestamp(column));
        return Objects.requireNonNull(at);
    }
}
