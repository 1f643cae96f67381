package vn.tungnha.indicators;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Counts new measures in the background, and goes on after a restart where it was interrupted. */
@Slf4j
@Component
@RequiredArgsConstructor
class MeasureCounting {

    /** Then it is left to the next round. */
    private static final int TRIES = 20;

    private final MeasureCounts counts;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread named = new Thread(work, "measure-counts");
        named.setDaemon(true);
        return named;
    });

    /** Told when a measure was added. */
    record MeasureAdded(int measure) {}

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void begin(MeasureAdded added) {
        thread.execute(this::countAll);
    }

    @Scheduled(initialDelay = 30_000, fixedDelay = 60_000)
    void goOn() {
        thread.execute(this::countAll);
    }

    private void countAll() {
        int tries = 0;
        while (tries < TRIES && !Thread.currentThread().isInterrupted()) {
            try {
                if (!counts.step()) {
                    return;
                }
                tries = 0;
            } catch (PessimisticLockingFailureException busy) {
                tries++;
                rest();
            } catch (RuntimeException failed) {
                log.warn("counting of a new measure was interrupted, it goes on within a minute", failed);
                return;
            }
        }
    }

    private static void rest() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }
}
