package vn.tungnha.contests.bank;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.shared.Days;

/** Questions anybody may learn with, without an account; nothing is kept of who answered what. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class Study {

    /** What an open contest still asks is no exercise meanwhile: its key would be there for the taking. */
    private static final String OPEN_TO_ALL = """
            q.study and q.retired_at is null and not exists (
                select from contest_question x join contest_round r on r.id = x.round_id join contest t on t.id = r.contest_id
                where x.question_id = q.id and t.state = 'OPEN')""";

    private final JdbcClient jdbc;
    private final Clock clock;

    /** A topic with how many questions there are. */
    public record Subject(String code, String nameVi, String nameEn, int questions) {}

    public List<Subject> subjects() {
        return jdbc.sql("""
                        select t.code, t.name_vi, t.name_en, count(*) as questions
                        from quiz_question q join topic t on t.code = q.topic where %s
                        group by t.code, t.name_vi, t.name_en, t.position order by t.position""".formatted(OPEN_TO_ALL)).query(Subject.class).list();
    }

    /** Always in the same order, so that an address means the same question. */
    public List<UUID> of(String topic) {
        return jdbc.sql("select q.id from quiz_question q where q.topic = :topic and " + OPEN_TO_ALL
                        + " order by q.created_at, q.id")
                .param("topic", topic)
                .query(UUID.class)
                .list();
    }

    public Optional<Question> question(UUID id) {
        return jdbc.sql(QuestionRows.SELECT + "q.id = :id and " + OPEN_TO_ALL)
                .param("id", id)
                .param("today", Days.today(clock))
                .query(QuestionRows::question)
                .optional();
    }
}
