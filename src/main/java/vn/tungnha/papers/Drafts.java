package vn.tungnha.papers;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.closing.ReportPeriod;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Stale;

/** Keeps what officials write into drafts until the paper is sent. */
@Component
@RequiredArgsConstructor
class Drafts {

    private static final String OF =
            " form_id = :form and unit_id is not distinct from :unit and team_id is not distinct from :team"
                    + " and first_day = :first and last_day = :last";

    private final JdbcClient jdbc;
    private final Clock clock;

    private record Row(long id, int version, @Nullable String by, Instant at) {}

    DraftTexts of(int form, PaperPlace place, ReportPeriod period) {
        Optional<Row> draft = statement(
                        "select d.id, d.version, a.display_name as by, d.edited_at as at from paper_draft d"
                                + " left join account a on a.id = d.edited_by where" + OF,
                        form,
                        place,
                        period)
                .query((row, at) -> new Row(
                        row.getLong("id"),
                        row.getInt("version"),
                        row.getString("by"),
                        row.getTimestamp("at").toInstant()))
                .optional();
        if (draft.isEmpty()) {
            return DraftTexts.NONE;
        }
        Map<String, DraftTexts.Words> words = new HashMap<>();
        jdbc.sql("select section, text, basis from paper_draft_text where draft_id = :id")
                .param("id", draft.get().id())
                .query(row -> {
                    words.put(
                            row.getString("section"),
                            new DraftTexts.Words(row.getString("text"), row.getString("basis")));
                });
        return new DraftTexts(
                draft.get().version(), draft.get().by(), draft.get().at(), words);
    }

    /**
     * Puts these words in the place of all that was there.
     *
     * @param basedOn version they were written over, null when there was none
     */
    void keep(
            int form,
            PaperPlace place,
            ReportPeriod period,
            @Nullable Integer basedOn,
            Map<String, DraftTexts.Words> words,
            CurrentUser user) {
        Optional<Long> id = basedOn == null
                ? statement("""
                    insert into paper_draft (version, form_id, unit_id, team_id, first_day, last_day, edited_by, edited_at)
                    values (0, :form, :unit, :team, :first, :last, :by, :at) on conflict do nothing returning id
                    """, form, place, period)
                        .param("by", user.accountId())
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .optional()
                : statement(
                                "update paper_draft set version = version + 1, edited_by = :by, edited_at = :at where"
                                        + " version = :version and"
                                        + OF + " returning id",
                                form,
                                place,
                                period)
                        .param("version", basedOn)
                        .param("by", user.accountId())
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .optional();
        long draft = id.orElseThrow(() -> new Stale("paper-draft", form));
        jdbc.sql("delete from paper_draft_text where draft_id = :draft")
                .param("draft", draft)
                .update();
        words.forEach((section, said) -> jdbc.sql(
                        "insert into paper_draft_text (draft_id, section, text, basis) values (:draft, :section,"
                                + " :text, :basis)")
                .param("draft", draft)
                .param("section", section)
                .param("text", said.text())
                .param("basis", said.basis())
                .update());
    }

    private JdbcClient.StatementSpec statement(String sql, int form, PaperPlace place, ReportPeriod period) {
        return jdbc.sql(sql)
                .param("form", form)
                .param("unit", place.unitId(), Types.BIGINT)
                .param("team", place.teamId(), Types.BIGINT)
                .param("first", period.first())
                .param("last", period.last());
    }
}
