package vn.tungnha.households;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;

/** What two entries were before they became one, to part them again. Nothing is ever deleted from it. */
@Component
@RequiredArgsConstructor
class MergeJournal {

    private static final Map<Kind, String> SPANS = Map.of(
            Kind.RESIDENT,
            "residence t where t.resident_id",
            Kind.HOUSEHOLD,
            "household_placement t where t.household_id");

    private final JdbcClient jdbc;
    private final Clock clock;

    /** Inside the booking, when both are locked. */
    void requireUnchanged(Kind kind, UUID id, int seen) {
        Integer now = jdbc.sql("select version from %s where id = :id and status <> 'MERGED'".formatted(kind.table()))
                .param("id", id)
                .query(Integer.class)
                .optional()
                .orElse(null);
        if (now == null || now != seen) {
            throw new Stale(kind.table(), id);
        }
    }

    /** Both as they are now. */
    UUID open(Kind kind, UUID gone, UUID kept, UUID[] heads, @Nullable UUID by, @Nullable String why) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into register_merge (id, kind, gone, kept, gone_before, gone_spans, kept_before, kept_after, heads,
                                                    merged_by, merged_at, why)
                        select :id, :kind, g.id, k.id, to_jsonb(g), (select coalesce(jsonb_agg(to_jsonb(t)), '[]') from %2$s = g.id),
                               to_jsonb(k), '{}', :heads, :by, :now, :why
                        from %1$s g, %1$s k where g.id = :gone and k.id = :kept
                        """.formatted(kind.table(), SPANS.get(kind)))
                .param("id", id)
                .param("kind", kind.name())
                .param("gone", gone)
                .param("kept", kept)
                .param("heads", heads)
                .param("by", by, java.sql.Types.OTHER)
                .param("now", Timestamp.from(clock.instant()))
                .param("why", why)
                .update();
        return id;
    }

    void closed(Kind kind, UUID merge) {
        jdbc.sql("update register_merge m set kept_after = to_jsonb(k) from %s k where m.id = :id and k.id = m.kept"
                        .formatted(kind.table()))
                .param("id", merge)
                .update();
    }

    /** @throws RuleBroken when something merged since stands on it */
    Merge toUndo(UUID id) {
        Merge merge = find(id);
        if (merge.undone()) {
            throw new RuleBroken("doubles.error.parted-already");
        }
        boolean later = jdbc.sql("""
                        select exists (select from register_merge l where l.undone_at is null and l.position > :position
                                       and (l.kept = :kept or l.gone = :kept))""")
                .param("position", merge.position())
                .param("kept", merge.kept())
                .query(Boolean.class)
                .single();
        if (later) {
            throw new RuleBroken("doubles.error.later-first");
        }
        return merge;
    }

    Merge find(UUID id) {
        return jdbc.sql("""
                        select id, position, kind, gone, kept, heads, undone_at is not null as undone
                        from register_merge where id = :id""")
                .param("id", id)
                .query((row, n) -> new Merge(
                        row.getObject("id", UUID.class),
                        row.getLong("position"),
                        Kind.valueOf(row.getString("kind")),
                        row.getObject("gone", UUID.class),
                        row.getObject("kept", UUID.class),
                        (UUID[]) row.getArray("heads").getArray(),
                        row.getBoolean("undone")))
                .optional()
                .orElseThrow(() -> new NotFound("merge", id));
    }

    void undone(UUID id, @Nullable UUID by) {
        int rows = jdbc.sql(
                        "update register_merge set undone_by = :by, undone_at = :now where id = :id and undone_at is null")
                .param("by", by, java.sql.Types.OTHER)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        if (rows == 0) {
            throw new RuleBroken("doubles.error.parted-already");
        }
    }

    enum Kind {
        RESIDENT,
        HOUSEHOLD;

        String table() {
            return this == RESIDENT ? "resident" : "household";
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Merge(UUID id, long position, Kind kind, UUID gone, UUID kept, UUID[] heads, boolean undone) {}
}
