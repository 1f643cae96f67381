package vn.tungnha.contests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;

/** ContestRounds as rows. */
@Repository
@RequiredArgsConstructor
class RoundRows {

    private static final String SELECT = """
            select r.*, n.questions, a.answers from contest_round r
            cross join lateral (select count(*) as questions from contest_question x
                                where x.round_id = r.id and x.annulled_at is null) n
            cross join lateral (select count(*) as answers from contest_answer y
                                where y.round_id = r.id and y.answered_at is not null) a
            where\s""";

    private final JdbcClient jdbc;

    List<RoundView> of(UUID contest) {
        return jdbc.sql(SELECT + "r.contest_id = ? order by r.position")
                .param(contest)
                .query(RoundRows::view)
                .list();
    }

    Optional<RoundView> find(UUID contest, UUID round) {
        return jdbc.sql(SELECT + "r.contest_id = ? and r.id = ?")
                .params(contest, round)
                .query(RoundRows::view)
                .optional();
    }

    RoundView get(UUID contest, UUID round) {
        return find(contest, round).orElseThrow(() -> new NotFound("round", round));
    }

    /** One that has not begun. */
    RoundView waiting(UUID contest, UUID round) {
        RoundView view = get(contest, round);
        if (!view.waiting()) {
            throw new RuleBroken("contests.error.round-begun");
        }
        return view;
    }

    private static RoundView view(ResultSet row, int n) throws SQLException {
        return new RoundView(
                row.getObject("id", UUID.class),
                row.getObject("contest_id", UUID.class),
                row.getInt("position"),
                row.getString("name"),
                row.getInt("seconds"),
                row.getObject("minutes", Integer.class),
                row.getInt("points"),
                ContestRows.moment(row.getTimestamp("started_at")),
                ContestRows.moment(row.getTimestamp("ended_at")),
                row.getInt("questions"),
                row.getInt("answers"));
    }
}
