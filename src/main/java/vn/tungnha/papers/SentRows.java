package vn.tungnha.papers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;

/** Papers that were sent, out of their tables. */
@Component
@RequiredArgsConstructor
class SentRows {

    private static final String OF_PLACE =
            " p.unit_id is not distinct from :unit and p.team_id is not distinct from :team";
    private static final String SELECT = """
        select p.id, f.code, f.name_vi, f.name_en, v.version as form_version, p.unit_id, p.team_id, p.place, p.period, p.revision,
               p.title, p.text, p.locked, a.display_name as sent_name, p.sent_at, n.number, n.dated
        from sent_paper p
        join paper_form_version v on v.id = p.form_version_id
        join paper_form f on f.id = v.form_id
        left join account a on a.id = p.sent_by
        left join lateral (select x.number, x.dated from sent_paper_number x where x.paper_id = p.id
            order by x.id desc limit 1) n on true
        """;

    private final JdbcClient jdbc;

    Optional<SentPaper> find(long id) {
        return withFiles(jdbc.sql(SELECT + "where p.id = :id")
                        .param("id", id)
                        .query((row, at) -> paper(row))
                        .list())
                .stream()
                .findFirst();
    }

    /** The latest first. */
    PageOf<SentPaper> of(@Nullable Long unit, @Nullable Long team, Paging paging) {
        long total = jdbc.sql("select count(*) from sent_paper p where" + OF_PLACE)
                .param("unit", unit, Types.BIGINT)
                .param("team", team, Types.BIGINT)
                .query(Long.class)
                .single();
        List<SentPaper> papers = jdbc.sql(
                        SELECT + "where" + OF_PLACE + " order by p.id desc limit :size offset :offset")
                .param("unit", unit, Types.BIGINT)
                .param("team", team, Types.BIGINT)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, at) -> paper(row))
                .list();
        return PageOf.of(withFiles(papers), paging, total);
    }

    Optional<SentPaper.Content> content(long id, String format) {
        return jdbc.sql("select name, content from sent_paper_file where paper_id = :id and format = :format")
                .param("id", id)
                .param("format", format)
                .query((row, at) -> new SentPaper.Content(row.getString("name"), format, row.getBytes("content")))
                .optional();
    }

    private List<SentPaper> withFiles(List<SentPaper> papers) {
        Map<Long, List<SentPaper.File>> files = new LinkedHashMap<>();
        jdbc.sql("""
            select paper_id, format, name, octet_length(content) as size, sha256 from sent_paper_file
            where paper_id = any(:ids) order by paper_id, format
            """)
                .param("ids", papers.stream().map(SentPaper::id).toArray(Long[]::new))
                .query(row -> {
                    files.computeIfAbsent(row.getLong("paper_id"), id -> new ArrayList<>())
                            .add(new SentPaper.File(
                                    row.getString("format"),
                                    row.getString("name"),
                                    row.getInt("size"),
                                    row.getString("sha256")));
                });
        return papers.stream()
                .map(it -> new SentPaper(
                        it.id(),
                        it.formCode(),
                        it.formVi(),
                        it.formEn(),
                        it.formVersion(),
                        it.unitId(),
                        it.teamId(),
                        it.place(),
                        it.period(),
                        it.revision(),
                        it.title(),
                        it.text(),
                        it.locked(),
                        it.by(),
                        it.at(),
                        it.number(),
                        it.dated(),
                        files.getOrDefault(it.id(), List.of())))
                .toList();
    }

    private static SentPaper paper(ResultSet row) throws SQLException {
        return new SentPaper(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name_vi"),
                row.getString("name_en"),
                row.getInt("form_version"),
                row.getObject("unit_id", Long.class),
                row.getObject("team_id", Long.class),
                row.getString("place"),
                row.getString("period"),
                row.getInt("revision"),
                row.getString("title"),
                row.getString("text"),
                row.getBoolean("locked"),
                row.getString("sent_name"),
                row.getTimestamp("sent_at").toInstant(),
                row.getString("number"),
                row.getObject("dated", LocalDate.class),
                List.of());
    }
}
