package vn.tungnha.visits;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Desks that could not be opened, with what was noted at them: kept as told, decided desk by desk. */
@Repository
@RequiredArgsConstructor
class HeldDesks {

    private final JdbcClient jdbc;
    private final HeldStore held;

    /** Keeps the desk once; something new noted at one that was dismissed asks again. */
    @Transactional
    Held keep(DeskCommand asSent, Telling telling, Set<HeldReason> why, UUID teller) {
        DeskCommand told = asSent.at(telling.right(asSent.startedAt()));
        Held kept = held.keep(
                Held.ofDesk(
                        Held.Kind.DESK,
                        told.id(),
                        told.id(),
                        why,
                        VisitBody.of(asSent).hash(),
                        telling,
                        teller),
                new HeldStore.Where(told.teamId(), null, told.startedAt()),
                VisitBody.of(told).json());
        if (kept.state() == Held.State.DISMISSED) {
            held.reopen(kept);
        }
        return kept;
    }

    Held keep(CountCommand asSent, Telling telling, Set<HeldReason> why, UUID teller) {
        CountCommand told = asSent.at(telling.right(asSent.countedAt()));
        return held.keep(
                Held.ofDesk(
                        Held.Kind.COUNT,
                        told.id(),
                        told.deskId(),
                        why,
                        VisitBody.of(asSent).hash(),
                        telling,
                        teller),
                new HeldStore.Where(told.teamId(), null, told.countedAt()),
                VisitBody.of(told).json());
    }

    boolean waits(UUID desk) {
        return jdbc.sql("select exists (select from held_visit where id = ? and kind = 'DESK' and state = 'WAITING')")
                .param(desk)
                .query(Boolean.class)
                .single();
    }

    /** Whether the ward will not have it; whoever was met there by name may be booked without it. */
    boolean dismissed(UUID desk) {
        return jdbc.sql("select exists (select from held_visit where id = ? and kind = 'DESK' and state = 'DISMISSED')")
                .param(desk)
                .query(Boolean.class)
                .single();
    }

    /** The team to which the ward gave a desk of this one; null where it was not asked. */
    @Nullable
    Long givenTo(UUID desk, long told) {
        return jdbc.sql("""
                        select k.team_id from desk k join held_visit h on h.id = k.id and h.kind = 'DESK'
                        where k.id = :desk and h.team_id = :told and h.state = 'RECORDED'
                        """)
                .param("desk", desk)
                .param("told", told)
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    /** Why a desk of this team is not in the log; empty where nobody is to decide about it. */
    Optional<Set<HeldReason>> open(UUID desk, long told) {
        return jdbc.sql("""
                        select reasons from held_visit
                        where id = :desk and kind = 'DESK' and team_id = :told and state <> 'RECORDED'
                        """)
                .param("desk", desk)
                .param("told", told)
                .query(String.class)
                .optional()
                .map(HeldStore::reasons);
    }

    DeskCommand opening(UUID desk) {
        return jdbc.sql("select body::text from held_visit where id = ? and kind = 'DESK'")
                .param(desk)
                .query((row, n) -> new VisitBody(row.getString(1)).as(DeskCommand.class))
                .single();
    }

    /** Counts of the desk in this state, but those their teller took back. */
    List<Counted> counts(UUID desk, Held.State state) {
        return jdbc.sql("""
                        select *, body::text as json from held_visit
                        where visit_id = :desk and kind = 'COUNT' and state = :state
                          and decision is distinct from 'TAKEN_BACK'
                        order by visited_at, id
                        """)
                .param("desk", desk)
                .param("state", state.name())
                .query((row, n) -> new Counted(
                        HeldStore.held(row, n), new VisitBody(row.getString("json")).as(CountCommand.class)))
                .list();
    }

    /** Those met by name who wait for the desk, or for themselves where it is dismissed, or were booked or dismissed. */
    List<Held> meetings(UUID desk, Held.State state) {
        return meetings(desk).stream().filter(one -> one.state() == state).toList();
    }

    /** All who were met by name while the desk was held, but those their teller took back. */
    List<Held> meetings(UUID desk) {
        return jdbc.sql("""
                        select *, body::text as json from held_visit
                        where kind = 'VISIT' and body ->> 'deskId' = :desk
                          and 'DESK' = any(string_to_array(reasons, ' ')) and decision is distinct from 'TAKEN_BACK'
                        order by visited_at, id
                        """)
                .param("desk", desk.toString())
                .query(HeldStore::held)
                .list();
    }

    record Counted(Held held, CountCommand told) {}
}
