package vn.tungnha.visits;

import java.sql.ResultSet;
import java.sql.SQLException;
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

/** Tells phones what became of what they sent. */
@Service
@RequiredArgsConstructor
public class SendingStates {

    /** What waits or was dismissed stands so, even where it had been booked before; all else as the visit or the count does. */
    private static final String STATES = """
            with asked as (select unnest(:ids) as id),
                 kept as (select a.id from asked a join held_visit h on h.id = a.id and h.state <> 'RECORDED'
                          and h.told_by = :account),
                 booked as (select id from asked except select id from kept)
            select q.id, case when h.state = 'DISMISSED' then 'DISMISSED' else 'NEEDS_ATTENTION' end as status,
                   0 as version, h.received_at, case when h.state = 'DISMISSED' then h.answer end as reason
            from asked q join held_visit h on h.id = q.id and h.state <> 'RECORDED' and h.told_by = :account
            union all
            select q.id, case when v.status <> 'WITHDRAWN' and v.attention is not null then 'NEEDS_ATTENTION' else v.status end,
                   v.version, v.received_at,
                   (select x.reason from visit_version x where x.visit_id = v.id and v.status = 'WITHDRAWN'
                    order by x.version desc limit 1)
            from booked q
            join visit v on v.id = q.id or v.id = (select r.visit_id from visit_version r where r.request_id = q.id)
                or v.id = (select h.visit_id from held_visit h where h.id = q.id and h.state = 'RECORDED')
            where v.recorded_by = :account or v.team_id = any(:teams)
            union all
            select q.id, case when n.withdrawn_at is null then 'RECORDED' else 'WITHDRAWN' end,
                   case when n.withdrawn_at is null then 1 else 2 end, n.received_at, null
            from booked q join desk_count n on n.id = q.id join desk k on k.id = n.desk_id
            where n.recorded_by = :account or k.team_id = any(:teams)
            union all
            select q.id, 'RECORDED', 1, k.created_at, null from booked q join desk k on k.id = q.id
            where k.opened_by = :account or k.team_id = any(:teams)
            """;

    private final JdbcClient jdbc;

    /** How each of these stands, in the order asked; what somebody else told is unknown. */
    public List<State> of(List<UUID> ids, CurrentUser user) {
        Map<UUID, State> known = new LinkedHashMap<>();
        ids.forEach(id -> known.put(id, State.unknown(id)));
        jdbc.sql(STATES)
                .param("ids", ids.toArray(UUID[]::new))
                .param("account", user.accountId())
                .param("teams", VisitAccess.ids(user.scope().teams()))
                .query(SendingStates::state)
                .list()
                .forEach(state -> known.put(state.id(), state));
        return List.copyOf(known.values());
    }

    private static State state(ResultSet row, int n) throws SQLException {
        return new State(
                row.getObject("id", UUID.class),
                row.getString("status"),
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
