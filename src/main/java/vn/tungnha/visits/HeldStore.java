package vn.tungnha.visits;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.Days;

/** What is kept back: every row as it was told, with what became of it. */
@Repository
@RequiredArgsConstructor
class HeldStore {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Keeps it once; told again it is as it was. Where a village ended and nothing carries it on, its ward decides. */
    @Transactional
    Held keep(Held held) {
        VisitCommand told = held.told();
        return told == null
                ? keep(held, new Where(null, null, null), "{}")
                : keep(
                        held,
                        new Where(told.teamId(), told.householdId(), told.visitedAt()),
                        VisitBody.of(told).json());
    }

    /** @param body as it is told, its moments set right */
    @Transactional
    Held keep(Held held, Where where, String body) {
        LocalDate day = where.at() == null ? null : Days.of(where.at());
        int added = jdbc.sql("""
                        with place as (select coalesce(
                                   (select p.village_id from household_placement p
                                    where p.household_id = :household and :day between p.valid_from and p.valid_to
                                      and exists (select from team_area a
                                                  where a.team_id = :team and a.village_id = p.village_id)),
                                   (select village_id from team_area where team_id = :team and home
                                    order by :day between valid_from and valid_to desc, valid_from desc limit 1)) as id),
                             ward as (select c.ancestor_id as id from place join unit u on u.id = place.id and u.valid_to < :day
                                   join unit_closure c on c.descendant_id = u.id and u.valid_to between c.valid_from and c.valid_to
                                   join unit w on w.id = c.ancestor_id and w.level = 'COMMUNE'
                                   where not exists (select from unit_lineage l
                                                     where l.from_id = u.id and :day between l.valid_from and l.valid_to))
                        insert into held_visit (id, kind, visit_id, state, reasons, team_id, village_id, household_id,
                                visited_at, visited_on, told_at, seen_at, based_on, why, body, body_hash, told_by, received_at)
                        values (:id, :kind, :visit, 'WAITING', :reasons, :team,
                                coalesce((select id from ward limit 1), (select id from place)), :household, :at, :day, :toldAt, :seen, :basedOn, :why, cast(:body as jsonb), :hash, :by, :received)
                        on conflict (id) do nothing
                        """)
                .param("id", held.id())
                .param("kind", held.kind().name())
                .param("visit", held.visit())
                .param("reasons", held.reasons().stream().map(Enum::name).collect(Collectors.joining(" ")))
                .param("team", where.team(), Types.BIGINT)
                .param("household", where.household(), Types.OTHER)
                .param("at", stamp(where.at()), Types.TIMESTAMP)
                .param("day", day, Types.DATE)
                .param("toldAt", stamp(held.toldAt()), Types.TIMESTAMP)
                .param("seen", stamp(held.seenAt()), Types.TIMESTAMP)
                .param("basedOn", held.basedOn(), Types.INTEGER)
                .param("why", held.why(), Types.VARCHAR)
                .param("body", body)
                .param("hash", held.hash())
                .param("by", held.teller())
                .param("received", Timestamp.from(clock.instant()))
                .update();
        Held kept = find(held.id()).orElseThrow();
        if (added == 1) {
            audit("visit.held", kept, Map.of("reasons", kept.reasons()), null);
        }
        return kept.created(added == 1);
    }

    Optional<Held> find(UUID id) {
        return jdbc.sql("select *, body::text as json from held_visit where id = ?")
                .param(id)
                .query(HeldStore::held)
                .optional();
    }

    /** Locked until the end of the transaction. */
    Optional<Held> lock(UUID id) {
        return jdbc.sql("select *, body::text as json from held_visit where id = ? for update")
                .param(id)
                .query(HeldStore::held)
                .optional();
    }

    /** What waits for this visit to come, or for this household, the oldest first. */
    List<Held> waitingFor(UUID visit, @Nullable UUID household) {
        return jdbc.sql("""
                        select *, body::text as json from held_visit
                        where state = 'WAITING' and ((visit_id = :visit and reasons = 'EARLY')
                            or (household_id = cast(:household as uuid) and reasons = 'HOUSEHOLD_UNKNOWN'))
                        order by based_on nulls last, received_at, id limit 100
                        """)
                .param("visit", visit)
                .param("household", household, Types.OTHER)
                .query(HeldStore::held)
                .list();
    }

    /** Clashes that nobody has decided yet about one visit, the latest first. */
    List<Held> contests(UUID visit) {
        return jdbc.sql("""
                        select *, body::text as json from held_visit
                        where visit_id = ? and state = 'WAITING' and reasons = 'CONFLICT' order by received_at desc, id
                        """).param(visit).query(HeldStore::held).list();
    }

    /** It waits on, told otherwise, for what is left of its reasons. */
    @Transactional
    void retell(Held held, VisitCommand told, Set<HeldReason> reasons) {
        jdbc.sql("""
                        update held_visit set body = cast(:body as jsonb), team_id = :team, reasons = :reasons,
                               version = version + 1
                        where id = :id
                        """)
                .param("body", VisitBody.of(told).json())
                .param("team", told.teamId())
                .param("reasons", reasons.stream().map(Enum::name).collect(Collectors.joining(" ")))
                .param("id", held.id())
                .update();
    }

    @Transactional
    void decide(Held held, Held.Fate fate) {
        jdbc.sql("""
                        update held_visit set state = :state, decision = :decision, answer = :answer, decided_by = :by,
                               decided_at = :at, version = version + 1
                        where id = :id
                        """)
                .param("id", held.id())
                .param("state", fate.state().name())
                .param("decision", fate.decision())
                .param("answer", fate.answer(), Types.VARCHAR)
                .param("by", fate.by())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        audit(
                "visit.held-decided",
                held,
                Map.of("state", fate.state().name(), "decision", fate.decision()),
                fate.answer());
    }

    /** The decision is taken back: it waits again. */
    @Transactional
    void reopen(Held held) {
        jdbc.sql("""
                        update held_visit set state = 'WAITING', decision = null, answer = null, decided_by = null,
                               decided_at = null, version = version + 1
                        where id = ?
                        """).param(held.id()).update();
        audit("visit.held-reopened", held, Map.of("state", Held.State.WAITING.name()), null);
    }

    private void audit(String action, Held held, Map<String, Object> after, @Nullable String reason) {
        events.publishEvent(new Audited(
                action,
                held.atDesk() ? "desk" : "visit",
                held.visit().toString(),
                held.village(),
                Map.of("state", held.state().name()),
                after,
                reason));
    }

    static UUID ofWithdrawal(UUID visit) {
        return UUID.nameUUIDFromBytes(("withdrawal of " + visit).getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable Timestamp stamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    static Set<HeldReason> reasons(String codes) {
        Set<HeldReason> reasons = EnumSet.noneOf(HeldReason.class);
        Arrays.stream(codes.split(" ")).map(HeldReason::valueOf).forEach(reasons::add);
        return reasons;
    }

    static Held held(ResultSet row, int n) throws SQLException {
        Held.Kind kind = Held.Kind.valueOf(row.getString("kind"));
        return new Held(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                kind,
                row.getObject("visit_id", UUID.class),
                Held.State.valueOf(row.getString("state")),
                reasons(row.getString("reasons")),
                kind == Held.Kind.VISIT || kind == Held.Kind.CORRECTION
                        ? new VisitBody(row.getString("json")).command()
                        : null,
                (Long) row.getObject("village_id"),
                Rounds.instant(row.getTimestamp("told_at")),
                Rounds.instant(row.getTimestamp("seen_at")),
                (Integer) row.getObject("based_on"),
                row.getString("why"),
                row.getBytes("body_hash"),
                row.getObject("told_by", UUID.class),
                row.getTimestamp("received_at").toInstant(),
                row.getString("decision"),
                row.getString("answer"),
                false);
    }

    /** Where and when something held was, as far as it was told. */
    record Where(
            @Nullable Long team,
            @Nullable UUID household,
            @Nullable Instant at) {}
}
