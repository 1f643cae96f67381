package vn.tungnha.contests.bank;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tungnha.shared.Stale;

/** Questions as rows. */
@Repository
@RequiredArgsConstructor
class QuestionRows {

    static final String SELECT = """
            select q.*, v.name as owner, c.texts, c.rights, n.asked
            from quiz_question q
            left join lateral (
                select name from unit_version where unit_id = q.unit_id
                order by :today between valid_from and valid_to desc, valid_from desc limit 1) v on true
            cross join lateral (
                select array_agg(text order by position) as texts, array_agg(correct order by position) as rights
                from quiz_choice where question_id = q.id) c
            cross join lateral (
                select count(distinct t.id) as asked
                from contest_question x join contest_round r on r.id = x.round_id join contest t on t.id = r.contest_id
                where x.question_id = q.id and t.state <> 'PLANNED') n
            where\s""";

    private final JdbcClient jdbc;

    Optional<Question> find(UUID id, LocalDate today) {
        return jdbc.sql(SELECT + "q.id = :id")
                .param("id", id)
                .param("today", today)
                .query(QuestionRows::question)
                .optional();
    }

    List<Question> all(Collection<UUID> ids, LocalDate today) {
        return jdbc.sql(SELECT + "q.id = any(:ids) order by q.topic, q.text")
                .param("ids", ids.toArray(UUID[]::new))
                .param("today", today)
                .query(QuestionRows::question)
                .list();
    }

    void add(UUID id, QuestionCommand told, UUID account, Instant now) {
        jdbc.sql("""
                        insert into quiz_question (id, unit_id, topic, kind, text, explanation, source, study, created_by, created_at)
                        values (:id, :unit, :topic, :kind, :text, :explanation, :source, :study, :account, :now)""")
                .param("id", id)
                .param("unit", told.unitId(), Types.BIGINT)
                .param("topic", told.topic())
                .param("kind", told.kind().name())
                .param("text", told.text().strip())
                .param("explanation", told.explanation().strip())
                .param("source", told.source(), Types.VARCHAR)
                .param("study", told.study())
                .param("account", account)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        choices(id, told);
    }

    void edit(UUID id, int version, QuestionCommand told) {
        int changed = jdbc.sql("""
                        update quiz_question set version = version + 1, topic = :topic, kind = :kind, text = :text,
                               explanation = :explanation, source = :source, study = :study
                        where id = :id and version = :version""")
                .param("topic", told.topic())
                .param("kind", told.kind().name())
                .param("text", told.text().strip())
                .param("explanation", told.explanation().strip())
                .param("source", told.source(), Types.VARCHAR)
                .param("study", told.study())
                .param("id", id)
                .param("version", version)
                .update();
        if (changed == 0) {
            throw new Stale("question", id);
        }
        jdbc.sql("delete from quiz_choice where question_id = ?").param(id).update();
        choices(id, told);
    }

    void retire(UUID id, @Nullable Instant when) {
        jdbc.sql("update quiz_question set version = version + 1, retired_at = :when where id = :id")
                .param("when", when == null ? null : when.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", id)
                .update();
    }

    /** Waits for whoever is writing this question, or is about to ask it. */
    void lock(UUID id) {
        jdbc.sql("select 1 from quiz_question where id = ? for update")
                .param(id)
                .query(Integer.class)
                .optional();
    }

    void delete(Collection<UUID> ids) {
        jdbc.sql("delete from quiz_question where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    private void choices(UUID id, QuestionCommand told) {
        for (int at = 0; at < told.choices().size(); at++) {
            jdbc.sql("insert into quiz_choice (question_id, position, text, correct) values (?, ?, ?, ?)")
                    .params(
                            id,
                            at + 1,
                            told.choices().get(at).strip(),
                            told.right().contains(at + 1))
                    .update();
        }
    }

    static Question question(ResultSet row, int n) throws SQLException {
        String[] texts = (String[]) row.getArray("texts").getArray();
        List<Boolean> rights = Arrays.asList((Boolean[]) row.getArray("rights").getArray());
        List<Question.Choice> choices = new ArrayList<>();
        for (int at = 0; at < texts.length; at++) {
            choices.add(new Question.Choice(at + 1, texts[at], rights.get(at)));
        }
        return new Question(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getObject("unit_id", Long.class),
                row.getString("owner"),
                row.getString("topic"),
                QuestionKind.valueOf(row.getString("kind")),
                row.getString("text"),
                List.copyOf(choices),
                row.getString("explanation"),
                row.getString("source"),
                row.getBoolean("study"),
                row.getTimestamp("retired_at") != null,
                row.getInt("asked"));
    }
}
