package vn.tungnha.contests.votes;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tungnha.contests.ContestAccess;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;

/** Votes and counts as rows. */
@Repository
@RequiredArgsConstructor
class BallotRows {

    private static final String SELECT = """
            select c.*, coalesce(v.full_name, e.name) as place, o.names, o.votes, w.counters
            from ballot c
            left join team e on e.id = c.team_id
            left join lateral (
                select full_name from unit_version where unit_id = c.unit_id
                order by :today between valid_from and valid_to desc, valid_from desc limit 1) v on true
            cross join lateral (
                select array_agg(name order by position) as names, array_agg(votes order by position) as votes
                from ballot_option where ballot_id = c.id) o
            cross join lateral (
                select array_agg(a.display_name order by n.entered_at) as counters
                from ballot_count n join account a on a.id = n.account_id
                where n.ballot_id = c.id and n.attempt = c.attempt and c.state = 'SEALED') w
            where\s""";

    private final JdbcClient jdbc;

    /** A count and who entered it. */
    record Entered(UUID account, BallotCount count) {}

    Optional<BallotView> find(UUID id, LocalDate today) {
        return jdbc.sql(SELECT + "c.id = :id")
                .param("id", id)
                .param("today", today)
                .query(BallotRows::view)
                .optional();
    }

    PageOf<BallotView> list(ContestAccess access, CurrentUser user, Paging paging, LocalDate today) {
        long total = access.bind(jdbc.sql("select count(*) from ballot c where " + ContestAccess.SEEN), user)
                .query(Long.class)
                .single();
        List<BallotView> items = access.bind(
                        jdbc.sql(SELECT + ContestAccess.SEEN
                                + " order by c.held_on desc, c.created_at desc, c.id limit :size offset :offset"),
                        user)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(BallotRows::view)
                .list();
        return PageOf.of(items, paging, total);
    }

    void add(UUID id, BallotCommand told, UUID account, Instant now) {
        jdbc.sql("""
                        insert into ballot (id, unit_id, team_id, title, note, held_on, most, state, created_by, created_at)
                        values (:id, :unit, :team, :title, :note, :day, :most, 'COUNTING', :account, :now)""")
                .param("id", id)
                .param("unit", told.unit(), Types.BIGINT)
                .param("team", told.team(), Types.BIGINT)
                .param("title", told.title().strip())
                .param("note", told.note(), Types.VARCHAR)
                .param("day", told.heldOn())
                .param("most", told.most())
                .param("account", account)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        for (int at = 0; at < told.options().size(); at++) {
            jdbc.sql("insert into ballot_option (ballot_id, position, name) values (?, ?, ?)")
                    .params(id, at + 1, told.options().get(at))
                    .update();
        }
    }

    void enter(UUID id, int attempt, UUID account, BallotCount count, Instant now) {
        jdbc.sql("""
                        insert into ballot_count (ballot_id, attempt, account_id, handed_out, valid, invalid, votes, entered_at)
                        values (:id, :attempt, :account, :handedOut, :valid, :invalid, :votes, :now)
                        on conflict (ballot_id, attempt, account_id) do update
                        set handed_out = excluded.handed_out, valid = excluded.valid, invalid = excluded.invalid,
                            votes = excluded.votes, entered_at = excluded.entered_at""")
                .param("id", id)
                .param("attempt", attempt)
                .param("account", account)
                .param("handedOut", count.handedOut())
                .param("valid", count.valid())
                .param("invalid", count.invalid())
                .param("votes", count.votes().toArray(Integer[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Entered> counts(UUID id, int attempt) {
        return jdbc.sql(
                        "select * from ballot_count where ballot_id = ? and attempt = ? order by entered_at, account_id")
                .params(id, attempt)
                .query((row, n) -> new Entered(
                        row.getObject("account_id", UUID.class),
                        new BallotCount(
                                row.getInt("handed_out"),
                                row.getInt("valid"),
                                row.getInt("invalid"),
                                integers(row.getArray("votes")))))
                .list();
    }

    void seal(UUID id, BallotCount count, Instant now) {
        jdbc.sql("""
                        update ballot set version = version + 1, state = 'SEALED', sealed_at = :now, handed_out = :handedOut,
                               valid = :valid, invalid = :invalid where id = :id""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("handedOut", count.handedOut())
                .param("valid", count.valid())
                .param("invalid", count.invalid())
                .param("id", id)
                .update();
        for (int at = 0; at < count.votes().size(); at++) {
            jdbc.sql("update ballot_option set votes = ? where ballot_id = ? and position = ?")
                    .params(count.votes().get(at), id, at + 1)
                    .update();
        }
    }

    void again(UUID id) {
        jdbc.sql("update ballot set version = version + 1, attempt = attempt + 1 where id = ?")
                .param(id)
                .update();
    }

    void cancel(UUID id, String reason) {
        jdbc.sql("update ballot set version = version + 1, state = 'CANCELLED', cancel_reason = :reason where id = :id")
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    /** Waits for whoever is counting this vote. */
    void lock(UUID id) {
        jdbc.sql("select 1 from ballot where id = ? for update")
                .param(id)
                .query(Integer.class)
                .optional();
    }

    private static BallotView view(ResultSet row, int n) throws SQLException {
        Timestamp sealed = row.getTimestamp("sealed_at");
        return new BallotView(
                row.getObject("id", UUID.class),
                row.getObject("unit_id", Long.class),
                row.getObject("team_id", Long.class),
                row.getString("place"),
                row.getString("title"),
                row.getString("note"),
                row.getObject("held_on", LocalDate.class),
                row.getInt("most"),
                BallotState.valueOf(row.getString("state")),
                row.getInt("attempt"),
                List.of((String[]) row.getArray("names").getArray()),
                sealed == null
                        ? null
                        : new BallotCount(
                                row.getInt("handed_out"),
                                row.getInt("valid"),
                                row.getInt("invalid"),
                                integers(row.getArray("votes"))),
                sealed == null ? null : sealed.toInstant(),
                row.getString("cancel_reason"),
                names(row.getArray("counters")));
    }

    private static List<Integer> integers(Array array) throws SQLException {
        return Arrays.asList((Integer[]) array.getArray());
    }

    private static List<String> names(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
