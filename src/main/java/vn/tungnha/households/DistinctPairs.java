package vn.tungnha.households;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.ScopeSql;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;

/** "Not the same": who said so, when and why. Kept after it was taken back. */
@Component
@RequiredArgsConstructor
public class DistinctPairs {

    static final String RESIDENT = "RESIDENT";
    static final String HOUSEHOLD = "HOUSEHOLD";

    private final JdbcClient jdbc;
    private final HouseholdPlaces places;
    private final HouseholdTrail trail;
    private final Clock clock;

    UUID decide(String kind, UUID one, UUID other, long village, @Nullable String why, CurrentUser user) {
        if (one.equals(other)) {
            throw new RuleBroken("doubles.error.itself");
        }
        UUID id = UUID.randomUUID();
        // the order of PostgreSQL, which is that of the bytes
        boolean ordered = one.toString().compareTo(other.toString()) < 0;
        int rows = jdbc.sql("""
                        insert into register_distinct (id, kind, one, other, why, decided_by, decided_at)
                        values (:id, :kind, :one, :other, :why, :by, :now)
                        on conflict (kind, one, other) where undone_at is null do nothing""")
                .param("id", id)
                .param("kind", kind)
                .param("one", ordered ? one : other)
                .param("other", ordered ? other : one)
                .param("why", why == null || why.isBlank() ? null : why.strip())
                .param("by", user.accountId())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (rows == 0) {
            return current(kind, ordered ? one : other, ordered ? other : one);
        }
        trail.distinct(subject(kind) + ".distinct", subject(kind), one, other, village, why);
        return id;
    }

    void takeBack(Decided decided, long village, CurrentUser user) {
        int rows = jdbc.sql(
                        "update register_distinct set undone_by = :by, undone_at = :now where id = :id and undone_at is null")
                .param("by", user.accountId())
                .param("now", Timestamp.from(clock.instant()))
                .param("id", decided.id())
                .update();
        if (rows > 0) {
            String subject = decided.people() ? "resident" : "household";
            trail.distinct(subject + ".distinct-undone", subject, decided.one(), decided.other(), village, null);
        }
    }

    /** Who was found not to be this one. */
    Set<UUID> from(String kind, UUID id) {
        return jdbc.sql("""
                        select case when one = :id then other else one end from register_distinct
                        where kind = :kind and undone_at is null and :id in (one, other)""")
                .param("id", id)
                .param("kind", kind)
                .query(UUID.class)
                .set();
    }

    Decided get(UUID id) {
        return jdbc.sql("select id, kind, one, other from register_distinct where id = ?")
                .param(id)
                .query((row, n) -> new Decided(
                        id,
                        RESIDENT.equals(row.getString("kind")),
                        row.getObject("one", UUID.class),
                        row.getObject("other", UUID.class)))
                .optional()
                .orElseThrow(() -> new NotFound("decision", id));
    }

    /** What was decided lately in the scope: mergers and "not the same", those taken back too. */
    public List<Line> lately(CurrentUser user) {
        return places.bind(
                        jdbc.sql("""
                        select d.id, d.kind, false as merge, d.one, d.other, d.why, a.display_name, d.decided_at as at,
                               d.undone_at is not null as undone, coalesce(r.name, h.alley || ' ' || h.number) as first,
                               coalesce(s.name, o.alley || ' ' || o.number) as second
                        from register_distinct d
                        left join resident r on d.kind = 'RESIDENT' and r.id = d.one
                        left join resident s on d.kind = 'RESIDENT' and s.id = d.other
                        join household h on h.id = coalesce(r.household_id, d.one)
                        join household o on o.id = coalesce(s.household_id, d.other)
                        left join account a on a.id = d.decided_by
                        where %1$s
                        union all
                        select m.id, m.kind, true, m.gone, m.kept, m.why, a.display_name, m.merged_at, m.undone_at is not null,
                               coalesce(r.name, h.alley || ' ' || h.number), coalesce(s.name, o.alley || ' ' || o.number)
                        from register_merge m
                        left join resident r on m.kind = 'RESIDENT' and r.id = m.gone
                        left join resident s on m.kind = 'RESIDENT' and s.id = m.kept
                        join household h on h.id = coalesce(r.household_id, m.gone)
                        join household o on o.id = coalesce(s.household_id, m.kept)
                        left join account a on a.id = m.merged_by
                        where %2$s
                        order by at desc, id limit 50
                        """.formatted(ScopeSql.covers("h.village_id"), ScopeSql.covers("o.village_id"))), user)
                .query((row, n) -> new Line(
                        row.getObject("id", UUID.class),
                        RESIDENT.equals(row.getString("kind")),
                        row.getBoolean("merge"),
                        row.getString("first"),
                        row.getString("second"),
                        row.getString("why"),
                        row.getString("display_name"),
                        row.getTimestamp("at").toInstant(),
                        row.getBoolean("undone")))
                .list();
    }

    private UUID current(String kind, UUID one, UUID other) {
        return jdbc.sql(
                        "select id from register_distinct where kind = ? and one = ? and other = ? and undone_at is null")
                .params(kind, one, other)
                .query(UUID.class)
                .single();
    }

    private static String subject(String kind) {
        return RESIDENT.equals(kind) ? "resident" : "household";
    }

    record Decided(UUID id, boolean people, UUID one, UUID other) {}

    /** One decision, as it is read. */
    public record Line(
            UUID id,
            boolean people,
            boolean merge,
            @Nullable String first,
            @Nullable String second,
            @Nullable String why,
            @Nullable String by,
            Instant at,
            boolean undone) {}
}
