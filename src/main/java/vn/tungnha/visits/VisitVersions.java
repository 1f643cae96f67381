package vn.tungnha.visits;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
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
    private final VisitAliases aliases;

    void append(Visit visit, Said said, UUID account, Instant at) {
        VisitBody sent = said.sent();
        int stored = jdbc.sql("""
                        insert into visit_version
                            (visit_id, version, kind, request_id, body, sent, reason, changed_by, changed_at)
                        values (:visit, :version, :kind, :request, cast(:body as jsonb), cast(:sent as jsonb), :reason,
                                :account, :at)
                        on conflict (request_id) do nothing
                        """)
                .param("visit", visit.getId())
                .param("version", visit.getVersion())
                .param("kind", said.kind())
                .param("request", said.request(), java.sql.Types.OTHER)
                .param("body", said.body().json())
                .param("sent", sent == null ? null : sent.json())
                .param("reason", said.reason())
                .param("account", account)
                .param("at", Timestamp.from(at))
                .update();
        if (stored == 0) {
            throw new VisitConflict("correction", String.valueOf(said.request()));
        }
    }

    /** Whether this request was carried out before. */
    Optional<Repeat> repeatOf(UUID requestId, UUID visitId, VisitBody body) {
        return jdbc.sql("""
                        select visit_id = :visit and coalesce(sent, body) = cast(:body as jsonb) from visit_version
                        where request_id = :request
                        """)
                .param("visit", visitId)
                .param("body", body.json())
                .param("request", requestId)
                .query((row, n) -> row.getBoolean(1) ? Repeat.SAME : Repeat.OTHER)
                .optional();
    }

    Instant lastAt(UUID visit) {
        return jdbc.sql("select changed_at from visit_version where visit_id = :visit order by version desc limit 1")
                .param("visit", visit)
                .query((row, n) -> row.getTimestamp("changed_at").toInstant())
                .single();
    }

    VisitBody last(UUID visit) {
        return jdbc.sql("select body::text from visit_version where visit_id = :visit order by version desc limit 1")
                .param("visit", visit)
                .query((row, n) -> new VisitBody(row.getString(1)))
                .optional()
                .orElseThrow(() -> new NotFound("visit version", visit));
    }

    /** What asked for the last version; null when nothing did by a name of its own. */
    @Nullable
    UUID lastRequest(UUID visit) {
        return jdbc.sql("select request_id from visit_version where visit_id = :visit order by version desc limit 1")
                .param("visit", visit)
                .query((row, n) -> Optional.ofNullable(row.getObject("request_id", UUID.class)))
                .single()
                .orElse(null);
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

    /** Everything ever said about a visit, oldest first, in the names of today. */
    List<VisitView.Version> all(UUID visit) {
        List<VisitView.Version> said = jdbc.sql("""
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
        List<VisitCommand> today =
                aliases.today(said.stream().map(VisitView.Version::told).toList());
        return IntStream.range(0, said.size())
                .mapToObj(i -> said.get(i).as(today.get(i)))
                .toList();
    }

    /**
     * One version as it is kept.
     *
     * @param kind RECORDED, CORRECTED or WITHDRAWN
     * @param request of a correction, so that it is carried out once
     * @param sent the request's visit, where what is kept differs from it
     */
    record Said(
            String kind,
            @Nullable UUID request,
            VisitBody body,
            @Nullable VisitBody sent,
            @Nullable String reason) {}

    enum Repeat {
        SAME,
        OTHER
    }
}
