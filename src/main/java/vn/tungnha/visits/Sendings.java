package vn.tungnha.visits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.tungnha.identity.CurrentUser;

/** Takes what phones kept in their queues, and tells them what became of it. */
@Service
@RequiredArgsConstructor
public class Sendings {

    private final Visits visits;
    private final VisitSites sites;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** How something of a phone's queue reaches us now. */
    public Telling telling(@Nullable Instant sentAt, @Nullable Instant seenAt, @Nullable UUID device) {
        return Telling.byPhone(sentAt, clock.instant(), seenAt, false);
    }

    public Told visit(VisitCommand told, Telling telling, CurrentUser user) {
        return stored(visits.record(told, telling, user));
    }

    public Told correction(Correction correction, Telling telling, CurrentUser user) {
        return stored(visits.correct(correction.visit().id(), correction, user));
    }

    public Told withdrawal(UUID visit, @Nullable String reason, Telling telling, CurrentUser user) {
        return stored(visits.withdraw(visit, reason, user));
    }

    /** How each of these stands, in the order asked; what somebody else told is unknown. */
    public List<State> states(List<UUID> ids, CurrentUser user) {
        Map<UUID, State> known = new LinkedHashMap<>();
        ids.forEach(id -> known.put(id, State.unknown(id)));
        jdbc.sql("""
                        select v.id, v.id as visit, v.status, v.version, v.received_at, v.attention,
                               (select x.reason from visit_version x
                                where x.visit_id = v.id and x.kind = 'WITHDRAWN' limit 1) as reason
                        from visit v
                        where v.id = any(:ids) and (v.recorded_by = :account or v.team_id = any(:teams))
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("account", user.accountId())
                .param("teams", VisitAccess.ids(user.scope().teams()))
                .query(Sendings::state)
                .list()
                .forEach(state -> known.put(state.id(), state));
        return List.copyOf(known.values());
    }

    private Told stored(Receipt receipt) {
        return new Told(receipt, false, sites.communeOf(receipt.id()));
    }

    private static State state(ResultSet row, int n) throws SQLException {
        String status = row.getString("status");
        boolean open = row.getString("attention") != null && !"WITHDRAWN".equals(status);
        return new State(
                row.getObject("id", UUID.class),
                open ? "NEEDS_ATTENTION" : status,
                row.getInt("version"),
                row.getTimestamp("received_at").toInstant(),
                row.getString("reason"));
    }

    /**
     * How something a phone sent stands.
     *
     * @param status RECORDED, CORRECTED, WITHDRAWN, NEEDS_ATTENTION, DISMISSED or UNKNOWN
     * @param reason why it was withdrawn or dismissed
     */
    public record State(
            UUID id,
            String status,
            @Nullable Integer version,
            @Nullable Instant receivedAt,
            @Nullable String reason) {

        static State unknown(UUID id) {
            return new State(id, "UNKNOWN", null, null, null);
        }
    }
}
