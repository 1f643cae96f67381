package vn.tungnha.lists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;

/** What was set for many rows, and how each was before. */
@Component
@RequiredArgsConstructor
class BulkStore {

    private static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Clock clock;

    record Row(String ref, String before, String state) {}

    /** What nobody can take back any more is forgotten after a while: it says what people's rows once were. */
    void begin(UUID id, String list, String edit, String value, String back, CurrentUser user) {
        jdbc.sql("delete from bulk_change where account_id = :me and made_at < :since")
                .param("me", user.accountId())
                .param("since", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                        insert into bulk_change (id, account_id, list, edit, value, back, made_at)
                        values (:id, :me, :list, :edit, :value, :back, :now)""")
                .param("id", id)
                .param("me", user.accountId())
                .param("list", list)
                .param("edit", edit)
                .param("value", value)
                .param("back", back)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void add(UUID id, String ref, String before, String state) {
        jdbc.sql("insert into bulk_change_row (change_id, ref, before, state) values (:id, :ref, :before, :state)")
                .param("id", id)
                .param("ref", ref)
                .param("before", before)
                .param("state", state)
                .update();
    }

    /** @throws NotFound when it is somebody else's */
    BulkChange get(UUID id, CurrentUser user) {
        return jdbc.sql("""
                        select c.*, (select count(*) from bulk_change_row r where r.change_id = c.id) as rows
                        from bulk_change c where c.id = :id and c.account_id = :me""")
                .param("id", id)
                .param("me", user.accountId())
                .query((row, n) -> change(row))
                .optional()
                .orElseThrow(() -> new NotFound("change", id));
    }

    List<Row> rows(UUID id) {
        return jdbc.sql("select ref, before, state from bulk_change_row where change_id = :id order by ref")
                .param("id", id)
                .query(Row.class)
                .list();
    }

    /** Once, and not later than half an hour after it was made. */
    void turnBack(UUID id, OffsetDateTime since, CurrentUser user) {
        int turned = jdbc.sql("""
                        update bulk_change set undone_at = :now
                        where id = :id and account_id = :me and undone_at is null and made_at > :since""")
                .param("id", id)
                .param("me", user.accountId())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("since", since)
                .update();
        if (turned == 0) {
            throw new RuleBroken("lists.error.too-late");
        }
    }

    private static BulkChange change(ResultSet row) throws SQLException {
        Timestamp undone = row.getTimestamp("undone_at");
        return new BulkChange(
                row.getObject("id", UUID.class),
                row.getString("list"),
                row.getString("edit"),
                row.getString("value"),
                row.getString("back"),
                row.getTimestamp("made_at").toInstant(),
                undone == null ? null : undone.toInstant(),
                row.getInt("rows"));
    }
}
