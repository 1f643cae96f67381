package vn.tungnha.units.changes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Stale;
import vn.tungnha.units.changes.UnitChange.State;

/** The rows of proposals. */
@Repository
@RequiredArgsConstructor
class Proposals {

    private static final String SELECT = """
            select c.*, d.display_name as drafter, p.display_name as proposer, a.display_name as decider,
                   u.display_name as undoer
            from unit_change c join account d on d.id = c.drafted_by
            left join account p on p.id = c.proposed_by left join account a on a.id = c.decided_by
            left join account u on u.id = c.undone_by
            """;

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;
    private final Clock clock;

    long insert(ChangePlan plan, String decree, @Nullable LocalDate decreeDate, String note, UUID by) {
        return jdbc.sql("""
                        insert into unit_change (kind, level, effective, plan, unit_ids, decree_number, decree_date, note, state,
                                                 drafted_by, drafted_at)
                        values (:kind, :level, :effective, cast(:plan as jsonb), :units, :decree, :decreeDate, :note, 'DRAFT',
                                :by, :now) returning id
                        """)
                .param("kind", plan.kind().name())
                .param("level", plan.level().name())
                .param("effective", plan.effective())
                .param("plan", JSON.writeValueAsString(plan))
                .param("units", plan.units().toArray(Long[]::new))
                .param("decree", decree)
                .param("decreeDate", decreeDate)
                .param("note", note)
                .param("by", by)
                .param("now", now())
                .query(Long.class)
                .single();
    }

    UnitChange get(long id) {
        return jdbc.sql(SELECT + "where c.id = :id")
                .param("id", id)
                .query((row, n) -> change(row))
                .optional()
                .orElseThrow(() -> new NotFound("unit-change", id));
    }

    /** Proposals about units that lie, or lay, under these roots; newest first. */
    PageOf<UnitChange> list(boolean everything, Collection<Long> roots, @Nullable State state, Paging paging) {
        String where = """
                where (:everything or exists (select from unit_closure k
                    where k.descendant_id = any(c.unit_ids) and k.ancestor_id = any(:roots)))
                  and (cast(:state as text) is null or c.state = :state)
                """;
        Long[] ids = roots.toArray(Long[]::new);
        String named = state == null ? null : state.name();
        long total = jdbc.sql("select count(*) from unit_change c " + where)
                .param("everything", everything)
                .param("roots", ids)
                .param("state", named)
                .query(Long.class)
                .single();
        return PageOf.of(
                jdbc.sql(SELECT + where + " order by c.id desc limit :size offset :offset")
                        .param("everything", everything)
                        .param("roots", ids)
                        .param("state", named)
                        .param("size", paging.size())
                        .param("offset", paging.offset())
                        .query((row, n) -> change(row))
                        .list(),
                paging,
                total);
    }

    /** @throws Stale when somebody else was quicker */
    void become(UnitChange change, State state, String who, String when, UUID by, @Nullable String reason) {
        int changed = jdbc.sql(
                        "update unit_change set state = :state, version = version + 1, " + who + " = :by, " + when
                                + " = :now, reason = coalesce(:reason, reason) where id = :id and version = :version and state = :before")
                .param("state", state.name())
                .param("by", by)
                .param("now", now())
                .param("reason", reason)
                .param("id", change.id())
                .param("version", change.version())
                .param("before", change.state().name())
                .update();
        if (changed == 0) {
            throw new Stale("unit-change", String.valueOf(change.id()));
        }
    }

    private Object now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static UnitChange change(ResultSet row) throws SQLException {
        return new UnitChange(
                row.getLong("id"),
                row.getInt("version"),
                JSON.readValue(row.getString("plan"), ChangePlan.class),
                row.getString("decree_number"),
                row.getObject("decree_date", LocalDate.class),
                row.getString("note"),
                State.valueOf(row.getString("state")),
                row.getObject("drafted_by", UUID.class),
                row.getString("drafter"),
                row.getTimestamp("drafted_at").toInstant(),
                row.getObject("proposed_by", UUID.class),
                row.getString("proposer"),
                instant(row.getTimestamp("proposed_at")),
                row.getString("decider"),
                instant(row.getTimestamp("decided_at")),
                row.getString("undoer"),
                instant(row.getTimestamp("undone_at")),
                row.getString("reason"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
