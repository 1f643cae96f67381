package vn.tungnha.imports;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.imports.ImportJob.Status;
import vn.tungnha.imports.sheet.Layout;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;

/** The rows of import_job. */
@Component
@RequiredArgsConstructor
class ImportJobs {

    private static final String SELECT =
            "select j.*, a.display_name from import_job j join account a on a.id = j.account_id ";

    /** Any number of our own. */
    private static final int LOCK_SPACE = 51_820;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json;

    void add(UUID id, String kind, String fileName, long size, CurrentUser user) {
        jdbc.sql("""
                        insert into import_job (id, kind, file_name, file_size, account_id, status, created_at)
                        values (:id, :kind, :name, :size, :account, 'CHECKING', :now)""")
                .param("id", id)
                .param("kind", kind)
                .param("name", fileName)
                .param("size", size)
                .param("account", user.accountId())
                .param("now", now())
                .update();
    }

    /** One's own; administrators see everybody's. */
    ImportJob require(UUID id, CurrentUser user) {
        return jdbc.sql(SELECT + "where j.id = :id and (:everything or j.account_id = :account)")
                .param("id", id)
                .param("everything", user.scope().everything())
                .param("account", user.accountId())
                .query(ImportJobs::job)
                .optional()
                .orElseThrow(() -> new NotFound("import", id));
    }

    PageOf<ImportJob> list(CurrentUser user, Paging paging) {
        String whose = "where :everything or j.account_id = :account";
        long total = jdbc.sql("select count(*) from import_job j " + whose)
                .param("everything", user.scope().everything())
                .param("account", user.accountId())
                .query(Long.class)
                .single();
        List<ImportJob> jobs = jdbc.sql(SELECT + whose + " order by j.created_at desc, j.id limit :size offset :offset")
                .param("everything", user.scope().everything())
                .param("account", user.accountId())
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(ImportJobs::job)
                .list();
        return PageOf.of(jobs, paging, total);
    }

    /** Whether it stood there and now stands here: of two who press the same button one gets true. */
    boolean turn(UUID id, Status from, Status to) {
        return jdbc.sql("update import_job set status = :to, progress = 0, failure = null "
                                + "where id = :id and status = :from")
                        .param("id", id)
                        .param("from", from.name())
                        .param("to", to.name())
                        .update()
                == 1;
    }

    void progress(UUID id, int rows) {
        jdbc.sql("update import_job set progress = :rows where id = :id")
                .param("id", id)
                .param("rows", rows)
                .update();
    }

    void finish(UUID id, Status status, ImportReport report, boolean partial) {
        var extent = report.extent();
        jdbc.sql("""
                        update import_job set status = :status, partial = :partial, rows = :rows, accepted = :accepted,
                            present = :present, warned = :warned, stored = :stored, sheet = :sheet, heading_row = :heading,
                            columns = :columns, unknown = :unknown, left_out = :left, finished_at = :now
                        where id = :id""")
                .param("id", id)
                .param("status", status.name())
                .param("partial", partial)
                .param("rows", report.rows())
                .param("accepted", report.accepted())
                .param("present", report.present())
                .param("warned", report.warned())
                .param("stored", report.stored())
                .param("sheet", extent == null ? "" : extent.sheet())
                .param("heading", extent == null ? 0 : extent.headingRow())
                .param(
                        "columns",
                        extent == null ? new String[0] : extent.present().toArray(String[]::new))
                .param(
                        "unknown",
                        extent == null ? new String[0] : extent.unknown().toArray(String[]::new))
                .param("left", extent == null ? new String[0] : extent.left().toArray(String[]::new))
                .param("now", now())
                .update();
    }

    /** Where the tables of its file stand, once that is known. */
    @Nullable
    Layout layout(UUID id) {
        return jdbc.sql("select layout::text from import_job where id = :id and layout is not null")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, Layout.class))
                .orElse(null);
    }

    Layout requireLayout(UUID id) {
        Layout layout = layout(id);
        if (layout == null) {
            throw new NotFound("layout", id);
        }
        return layout;
    }

    void keep(UUID id, Layout layout) {
        jdbc.sql("update import_job set layout = :layout::jsonb where id = :id")
                .param("id", id)
                .param("layout", json.writeValueAsString(layout))
                .update();
    }

    /** Its file is understood otherwise than before: what was found in it no longer holds. */
    void relay(UUID id, Layout layout, Status status) {
        jdbc.sql("""
                        update import_job set layout = cast(:layout as jsonb), status = :status, failure = null, progress = 0,
                            rows = 0, accepted = 0, present = 0, warned = 0, finished_at = null where id = :id""")
                .param("id", id)
                .param("layout", json.writeValueAsString(layout))
                .param("status", status.name())
                .update();
    }

    /** Two files of a kind never check against each other's half-stored rows. */
    void lock(String kind) {
        jdbc.sql("select pg_advisory_xact_lock(:space, hashtext(:kind))")
                .param("space", LOCK_SPACE)
                .param("kind", kind)
                .query()
                .listOfRows();
    }

    void undone(UUID id, String reason, String note, CurrentUser user) {
        jdbc.sql("""
                        update import_job set status = 'UNDONE', undone_at = :now, undone_by = :by, undo_reason = :reason,
                            undo_note = :note where id = :id""")
                .param("id", id)
                .param("now", now())
                .param("by", user.accountId())
                .param("reason", reason)
                .param("note", note)
                .update();
    }

    void fail(UUID id, Status status, @Nullable String failure) {
        jdbc.sql("update import_job set status = :status, failure = :failure where id = :id")
                .param("id", id)
                .param("status", status.name())
                .param("failure", failure, Types.VARCHAR)
                .update();
    }

    /** What a stopped process left behind: nothing was stored, a check begins anew when its file is sent again. */
    void recover() {
        jdbc.sql("update import_job set status = 'CHECKED' where status = 'STORING'")
                .update();
        jdbc.sql("update import_job set status = 'FAILED' where status = 'CHECKING'")
                .update();
        jdbc.sql("update import_job set status = 'DONE' where status = 'UNDOING'")
                .update();
    }

    /** Files sent before, and left. */
    List<UUID> expire(Instant before) {
        return jdbc.sql("""
                        update import_job set status = case when status in ('CHECKED', 'COLUMNS') then 'EXPIRED' else status end
                        where created_at < :before and (status in ('CHECKED', 'COLUMNS')
                            or exists (select from import_issue i where i.job_id = import_job.id))
                        returning id""")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static ImportJob job(ResultSet row, int n) throws SQLException {
        return new ImportJob(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("file_name"),
                row.getLong("file_size"),
                row.getObject("account_id", UUID.class),
                row.getString("display_name"),
                Status.valueOf(row.getString("status")),
                row.getInt("progress"),
                row.getString("sheet"),
                row.getInt("heading_row"),
                texts(row.getArray("columns")),
                texts(row.getArray("unknown")),
                texts(row.getArray("left_out")),
                row.getInt("rows"),
                row.getInt("accepted"),
                row.getInt("present"),
                row.getInt("warned"),
                row.getInt("stored"),
                row.getString("failure"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                moment(row, "finished_at"),
                moment(row, "undone_at"),
                row.getString("undo_reason"),
                row.getString("undo_note"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
    }
}
