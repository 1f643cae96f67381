package vn.tungnha.contests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts the answers that are in, each time anew: there is no running total that could be wrong. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class Leaderboard {

    private static final String COUNTS = "filter (where a.correct and x.annulled_at is null)";

    private final JdbcClient jdbc;

    /** Of all whose entries were not removed. */
    public Ranking of(UUID contest) {
        List<Score> scores = jdbc.sql("""
                        select e.id, e.nickname, e.full_name, count(a.answered_at) as answered,
                               count(*) %1$s as correct, coalesce(sum(r.points) %1$s, 0) as points,
                               coalesce(sum(a.millis) %1$s, 0) as millis, max(a.answered_at) %1$s as last_right
                        from contest_entry e
                        left join contest_answer a on a.entry_id = e.id
                        left join contest_question x on x.round_id = a.round_id and x.question_id = a.question_id
                        left join contest_round r on r.id = a.round_id
                        where e.contest_id = :contest and e.removed_at is null
                        group by e.id""".formatted(COUNTS))
                .param("contest", contest)
                .query(Leaderboard::score)
                .list();
        return Ranking.of(scores);
    }

    private static Score score(ResultSet row, int n) throws SQLException {
        return new Score(
                row.getObject("id", UUID.class),
                row.getString("nickname"),
                row.getString("full_name"),
                row.getInt("answered"),
                row.getInt("correct"),
                row.getLong("points"),
                row.getLong("millis"),
                ContestRows.moment(row.getTimestamp("last_right")));
    }
}
