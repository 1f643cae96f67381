package vn.tungnha.visits;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Desks and what was counted at them. A count is written once and at most withdrawn. */
@Repository
@RequiredArgsConstructor
class DeskRows {

    /** First half of our advisory lock keys, so that nobody else's numbers meet ours. */
    private static final int COUNT_LOCK = 7302;

    private final JdbcClient jdbc;

    /** Waits for whoever is writing this count, whether it exists yet or not. */
    void lock(UUID count) {
        jdbc.sql("select pg_advisory_xact_lock(:space, hashtext(:id))")
                .param("space", COUNT_LOCK)
                .param("id", count.toString())
                .query((row, n) -> 0)
                .list();
    }

    Optional<Desk> find(UUID id) {
        return jdbc.sql("select id, team_id, village_id, held_on, created_at from desk where id = :id")
                .param("id", id)
                .query((row, n) -> new Desk(
                        id,
                        row.getLong("team_id"),
                        row.getLong("village_id"),
                        row.getObject("held_on", LocalDate.class),
                        row.getTimestamp("created_at").toInstant()))
                .optional();
    }

    /** Two phones may open the same desk at once: the first word stands. */
    void open(
            DeskCommand told,
            long team,
            String name,
            long village,
            LocalDate day,
            Instant startedAt,
            UUID account,
            Instant at) {
        jdbc.sql("""
                        insert into desk (id, team_id, village_id, name, topic, held_on, started_at, opened_by, created_at)
                        values (:id, :team, :village, :name, :topic, :day, :started, :account, :at)
                        on conflict (id) do nothing
                        """)
                .param("id", told.id())
                .param("team", team)
                .param("village", village)
                .param("name", name)
                .param("topic", told.topic())
                .param("day", day)
                .param("started", Timestamp.from(startedAt))
                .param("account", account)
                .param("at", Timestamp.from(at))
                .update();
    }

    Optional<Long> home(long team, LocalDate day) {
        return jdbc.sql("""
                        select village_id from team_area where team_id = :team and :day between valid_from and valid_to
                        order by home desc, village_id limit 1
                        """)
                .param("team", team)
                .param("day", day)
                .query(Long.class)
                .optional();
    }

    /** What stands for the village on a day: itself while in force, then its one certain successor. */
    Optional<Long> carriedOn(long village, LocalDate day) {
        return jdbc.sql("""
                        select to_id from unit_lineage
                        where from_id = :village and exact and :day between valid_from and valid_to limit 1
                        """)
                .param("village", village)
                .param("day", day)
                .query(Long.class)
                .optional();
    }

    /** Whether anything noted at the desk counts. */
    boolean inUse(UUID desk) {
        return jdbc.sql("""
                        select exists (select from desk_count where desk_id = :desk and withdrawn_at is null)
                            or exists (select from visit where desk_id = :desk and status <> 'WITHDRAWN')
                        """).param("desk", desk).query(Boolean.class).single();
    }

    void give(UUID desk, long team, long village) {
        jdbc.sql("update desk set team_id = :team, village_id = :village where id = :desk")
                .param("team", team)
                .param("village", village)
                .param("desk", desk)
                .update();
    }

    /** A count that was withdrawn holds again. */
    void revive(UUID count) {
        jdbc.sql("update desk_count set withdrawn_at = null, withdrawn_by = null where id = ?")
                .param(count)
                .update();
    }

    boolean works(long team, long village, LocalDate day) {
        return jdbc.sql("""
                        select exists (select from team_area where team_id = :team and village_id = :village
                                       and :day between valid_from and valid_to)
                        """)
                .param("team", team)
                .param("village", village)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    Optional<Count> count(UUID id) {
        return jdbc.sql("""
                        select id, desk_id, body_hash, received_at, withdrawn_at is not null as withdrawn
                        from desk_count where id = :id
                        """)
                .param("id", id)
                .query((row, n) -> new Count(
                        row.getObject("id", UUID.class),
                        row.getObject("desk_id", UUID.class),
                        row.getBytes("body_hash"),
                        row.getTimestamp("received_at").toInstant(),
                        row.getBoolean("withdrawn")))
                .optional();
    }

    Map<String, Integer> turns(UUID count) {
        Map<String, Integer> turns = new HashMap<>();
        jdbc.sql("select topic, turns from desk_turns where count_id = :count")
                .param("count", count)
                .query(row -> {
                    turns.put(row.getString("topic"), row.getInt("turns"));
                });
        return turns;
    }

    void add(CountCommand told, Instant countedAt, byte[] hash, @Nullable UUID account, Instant receivedAt) {
        jdbc.sql("""
                        insert into desk_count (id, desk_id, counted_at, body_hash, recorded_by, received_at)
                        values (:id, :desk, :at, :hash, :account, :received)
                        """)
                .param("id", told.id())
                .param("desk", told.deskId())
                .param("at", Timestamp.from(countedAt))
                .param("hash", hash)
                .param("account", account)
                .param("received", Timestamp.from(receivedAt))
                .update();
        told.turns().forEach((topic, turns) -> jdbc.sql("insert into desk_turns values (:count, :topic, :turns)")
                .param("count", told.id())
                .param("topic", topic)
                .param("turns", turns)
                .update());
    }

    void withdraw(UUID count, UUID account, Instant at) {
        jdbc.sql("update desk_count set withdrawn_at = :at, withdrawn_by = :account where id = :id")
                .param("at", Timestamp.from(at))
                .param("account", account)
                .param("id", count)
                .update();
    }

    record Desk(UUID id, long teamId, long villageId, LocalDate day, Instant openedAt) {

        Receipt receipt(boolean created) {
            return new Receipt(id, openedAt, VisitStatus.RECORDED.name(), 1, created);
        }
    }

    record Count(UUID id, UUID deskId, byte[] bodyHash, Instant receivedAt, boolean withdrawn) {

        Receipt receipt() {
            return new Receipt(
                    id,
                    receivedAt,
                    (withdrawn ? VisitStatus.WITHDRAWN : VisitStatus.RECORDED).name(),
                    withdrawn ? 2 : 1,
                    false);
        }
    }
}
