package vn.tungnha.life;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Scope;
import vn.tungnha.identity.ScopeSql;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;

/** Decisions as they are kept. */
@Component
@RequiredArgsConstructor
class DecisionRows {

    private static final String COLUMNS = """
            p.*, a.display_name as by_name,
            array(select t.team_id from decision_paper_team t where t.paper_id = p.id order by t.team_id) as teams
            from decision_paper p left join account a on a.id = p.drafted_by\s""";

    private final JdbcClient jdbc;

    private record Counted(DecisionPaper paper, long total) {}

    Optional<DecisionPaper> find(long id) {
        List<DecisionPaper.Kept> files = jdbc.sql(
                        "select id, kind, name, type, size, sha256 from decision_paper_file where paper_id = :id order by id")
                .param("id", id)
                .query((row, n) -> new DecisionPaper.Kept(
                        row.getLong("id"),
                        "TEXT".equals(row.getString("kind")),
                        row.getString("name"),
                        row.getString("type"),
                        row.getInt("size"),
                        row.getString("sha256")))
                .list();
        return jdbc.sql("select " + COLUMNS + "where p.id = :id")
                .param("id", id)
                .query((row, n) -> paper(row, files))
                .optional();
    }

    Optional<DecisionPaper.Content> content(long paper, long file) {
        return jdbc.sql("select name, type, content from decision_paper_file where id = :file and paper_id = :paper")
                .param("file", file)
                .param("paper", paper)
                .query((row, n) -> new DecisionPaper.Content(
                        row.getString("name"), row.getString("type"), row.getBytes("content")))
                .optional();
    }

    /** Inside the scope, those that are open first, then the latest. */
    PageOf<DecisionPaper> list(Scope scope, LocalDate today, Paging paging) {
        List<Counted> found = ScopeSql.bind(
                        jdbc.sql(
                                "select count(*) over () as total, " + COLUMNS + "where p.withdrawn_at is null and "
                                        + ScopeSql.covers("p.unit_id")
                                        + " order by (p.number is null) desc, p.effective desc, p.id desc limit :size offset :offset"),
                        scope,
                        Data.FIGURES,
                        today)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, n) -> new Counted(paper(row, List.of()), row.getLong("total")))
                .list();
        return PageOf.of(
                found.stream().map(Counted::paper).toList(),
                paging,
                found.isEmpty() ? 0 : found.get(0).total());
    }

    /** Of a team, the latest first; drafts thrown away are left out. */
    List<DecisionPaper> of(long team) {
        return jdbc.sql("select " + COLUMNS + "where p.withdrawn_at is null and p.id in"
                        + " (select paper_id from decision_paper_team where team_id = :team)"
                        + " order by p.effective desc, p.id desc limit 30")
                .param("team", team)
                .query((row, n) -> paper(row, List.of()))
                .list();
    }

    private static DecisionPaper paper(ResultSet row, List<DecisionPaper.Kept> files) throws SQLException {
        return new DecisionPaper(
                row.getLong("id"),
                row.getInt("version"),
                DecisionKind.valueOf(row.getString("kind")),
                row.getLong("unit_id"),
                row.getObject("effective", LocalDate.class),
                row.getString("reason"),
                row.getString("by_name"),
                row.getObject("drafted_at", OffsetDateTime.class).toInstant(),
                row.getString("number"),
                row.getObject("dated", LocalDate.class),
                row.getString("signer"),
                instant(row.getObject("withdrawn_at", OffsetDateTime.class)),
                Arrays.asList((Long[]) row.getArray("teams").getArray()),
                files);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }
}
