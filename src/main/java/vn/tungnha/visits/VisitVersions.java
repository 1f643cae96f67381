package vn.tungnha.visits;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tungnha.shared.NotFound;

/** Every version of every visit as it was said. Only appended to. */
@Repository
@RequiredArgsConstructor
class VisitVersions {

    private final JdbcClient jdbc;

    void append(
            Visit visit,
            String kind,
            @Nullable UUID requestId,
            VisitBody body,
            @Nullable String reason,
            UUID account,
            Instant at) {
        int stored = jdbc.sql("""
                        insert into visit_version
                            (visit_id, version, kind, request_id, body, reason, changed_by, changed_at)
                        values (:visit, :version, :kind, :request, cast(:body as jsonb), :reason, :account, :at)
                        on conflict (request_id) do nothing
                        """)
                .param("visit", visit.getId())
                .param("version", visit.getVersion())
                .param("kind", kind)
                .param("request", requestId, java.sql.Types.OTHER)
                .param("body", body.json())
                .param("reason", reason)
                .param("account", account)
                .param("at", Timestamp.from(at))
                .update();
        if (stored == 0) {
            throw new VisitConflict("correction", String.valueOf(requestId));
        }
    }

    /** Whether this request was carried out before. */
    Optional<Repeat> repeatOf(UUID requestId, UUID visitId, VisitBody body) {
        return jdbc.sql("""
                        select visit_id = :visit and body = cast(:body as jsonb) from visit_version
                        where request_id = :request
                        """)
                .param("visit", visitId)
                .param("body", body.json())
                .param("request", requestId)
                .query((row, n) -> row.getBoolean(1) ? Repeat.SAME : Repeat.OTHER)
                .optional();
    }

    VisitBody last(UUID visit) {
        return jdbc.sql("select body::text from visit_version where visit_id = :visit order by version desc limit 1")
                .param("visit", visit)
                .query((row, n) -> new VisitBody(row.getString(1)))
                .optional()
                .orElseThrow(() -> new NotFound("visit version", visit));
    }

    /** Who said the last version; null when nobody is known any more. */
    @Nullable
    UUID lastBy(UUID visit) {
        return jdbc
                .sql("select changed_by from visit_version where visit_id = :visit order by version desc limit 1")
                .param("visit", visit)
                .query((row, n) -> row.getObject("changed_by", UUID.class))
                .list()
                .stream()
                .filter(by -> by != null)
                .findFirst()
                .orElse(null);
    }

    VisitBody of(UUID visit, int version) {
        return jdbc.sql("select body::text from visit_version where visit_id = :visit and version = :version")
                .param("visit", visit)
                .param("version", version)
                .query((row, n) -> new VisitBody(row.getString(1)))
                .optional()
                .orElseThrow(() -> new NotFound("visit version", visit));
    }

    /** Everything ever said about a visit, oldest first. */
    List<VisitView.Version> all(UUID visit) {
        return jdbc.sql("""
                        select v.version, v.kind, v.body::text as body, v.reason, a.display_name, v.changed_at
                        from visit_version v left join account a on a.id = v.changed_by
                        where v.visit_id = :visit order by v.version
                        """)
                .param("visit", visit)
                .query((row, n) -> new VisitView.Version(
                        row.getInt("version"),
                        VisitStatus.valueOf(row.getString("kind")),
                        new VisitBody(row.getString("body")).command(),
                        row.getString("reason"),
                        row.getString("display_name"),
                        row.getTimestamp("changed_at").toInstant()))
                .list();
    }

    enum Repeat {
        SAME,
        OTHER
    }
}
