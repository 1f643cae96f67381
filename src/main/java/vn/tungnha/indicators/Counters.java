package vn.tungnha.indicators;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.tungnha.shared.LiveFigures;

/**
 * The live counters: figures follow the raw log within the transaction that changes it.
 *
 * <p>Deadlock is avoided by one global order. First a shared advisory lock (only {@link #refill} takes it exclusively),
 * then households, residents, teams, each sorted; counters last, sorted by key, once per transaction just before it
 * commits, so that the rows many writers share are held as briefly as can be.
 */
@Service
@RequiredArgsConstructor
public class Counters implements LiveFigures {

    /** Any number, the same in all processes. */
    private static final long GATE = 7_305_519_231L;

    /** Flows and stocks are kept by day, distinct measures by month and longer. */
    private static final Set<String> FINEST = Set.of("DAY", "MONTH");

    private final JdbcClient jdbc;
    private final EntityManager entities;
    private final Contributions contributions;
    private final CounterTables tables;
    private final ApplicationEventPublisher events;

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public <T> T during(Touched touched, Supplier<T> change) {
        entities.flush();
        Ledger ledger = ledger();
        ledger.enter();
        try {
            enter();
            Subjects added = lock(touched).without(ledger.watched());
            ledger.watch(added, contributions.of(added));
            T result = change.get();
            if (ledger.outermost()) {
                entities.flush();
                ledger.book(contributions.of(ledger.watched()));
            }
            return result;
        } finally {
            ledger.leave();
        }
    }

    /** Fills both tables anew from the raw log; for after a bulk load. */
    @Transactional
    public void refill() {
        closeGate();
        tables.refill();
    }

    /** Whoever changes figures by another way than {@link #during} says so first, or a lock would not wait for it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enter() {
        jdbc.sql("select pg_advisory_xact_lock_shared(:gate)")
                .param("gate", GATE)
                .query()
                .listOfRows();
    }

    /** Waits until nobody is changing figures, and lets nobody begin before the present transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdStill() {
        closeGate();
    }

    /** Each change once, at the finest grain there is of its measure. */
    private void tell(Map<CounterKey, Long> differences) {
        List<FiguresChanged.Change> changes = differences.entrySet().stream()
                .filter(it ->
                        !it.getKey().ofTeam() && FINEST.contains(it.getKey().grain()))
                .map(it -> new FiguresChanged.Change(
                        it.getKey().place(),
                        it.getKey().measure(),
                        it.getKey().day(),
                        it.getKey().day(),
                        it.getKey().day(),
                        BigDecimal.valueOf(it.getValue()),
                        null))
                .toList();
        if (!changes.isEmpty()) {
            events.publishEvent(new FiguresChanged(changes));
        }
    }

    private void closeGate() {
        entities.flush();
        jdbc.sql("select pg_advisory_xact_lock(:gate)")
                .param("gate", GATE)
                .query()
                .listOfRows();
    }

    /**
     * Locks what was named, and what hangs on it: where a household is decides where its people and visitors were
     * counted, so its residents and the teams that came are locked too.
     */
    private Subjects lock(Touched touched) {
        UUID[] households = sorted(touched.households());
        jdbc.sql("select id from household where id = any(:ids) order by id for no key update")
                .param("ids", households)
                .query()
                .listOfRows();
        Set<UUID> residents = new TreeSet<>(touched.residents());
        Set<Long> teams = new TreeSet<>(touched.teams());
        if (households.length > 0) {
            residents.addAll(
                    jdbc.sql("""
                            select resident_id from residence where household_id = any(:ids)
                            union select g.resident_id from visit v join visit_guided g on g.visit_id = v.id where v.household_id = any(:ids)
                            union select a.resident_id from visit v join activation a on a.visit_id = v.id where v.household_id = any(:ids)
                            """).param("ids", households).query(UUID.class).set());
            teams.addAll(jdbc.sql("select distinct team_id from visit where household_id = any(:ids)")
                    .param("ids", households)
                    .query(Long.class)
                    .set());
        }
        jdbc.sql("select id from resident where id = any(:ids) order by id for no key update")
                .param("ids", residents.toArray(UUID[]::new))
                .query()
                .listOfRows();
        jdbc.sql("select id from team where id = any(:ids) order by id for no key update")
                .param("ids", teams.toArray(Long[]::new))
                .query()
                .listOfRows();
        return new Subjects(touched.households(), residents, teams);
    }

    private static UUID[] sorted(Set<UUID> ids) {
        return new TreeSet<>(ids).toArray(UUID[]::new);
    }

    private Ledger ledger() {
        Ledger present = (Ledger) TransactionSynchronizationManager.getResource(this);
        if (present != null) {
            return present;
        }
        Ledger ledger = new Ledger();
        TransactionSynchronizationManager.bindResource(this, ledger);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                Map<CounterKey, Long> differences = ledger.differences();
                tables.add(differences);
                tell(differences);
            }

            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResource(Counters.this);
            }

            @Override
            public void resume() {
                TransactionSynchronizationManager.bindResource(Counters.this, ledger);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(Counters.this);
            }
        });
        return ledger;
    }
}
