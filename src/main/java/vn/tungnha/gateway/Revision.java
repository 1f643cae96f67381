package vn.tungnha.gateway;

import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.tungnha.indicators.FiguresChanged;
import vn.tungnha.shared.Audited;

/**
 * A number that grows with every change of data, so that "nothing has changed" is known without reading anything. It is
 * raised once the change can be seen and before whoever made it is told so; a sequence, as a row would make writers queue.
 */
@Component
@RequiredArgsConstructor
@Slf4j
public class Revision {

    private static final String READING = "people.read";

    private final JdbcClient jdbc;

    public long current() {
        return jdbc.sql("select last_value from gateway_revision")
                .query(Long.class)
                .single();
    }

    /** A new release may answer differently, and a crash may have swallowed the last raise. */
    @EventListener(ApplicationReadyEvent.class)
    void started() {
        raise();
    }

    @EventListener
    void changed(Audited fact) {
        if (!fact.action().equals(READING)) {
            raiseAfterCommit();
        }
    }

    @EventListener
    void changed(FiguresChanged figures) {
        raiseAfterCommit();
    }

    private void raiseAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            raise();
        } else if (!TransactionSynchronizationManager.hasResource(this)) {
            TransactionSynchronizationManager.bindResource(this, true);
            TransactionSynchronizationManager.registerSynchronization(new AfterCommit());
        }
    }

    private void raise() {
        jdbc.sql("select nextval('gateway_revision')").query(Long.class).single();
    }

    /** Once for each transaction, however much it changed. */
    private class AfterCommit implements TransactionSynchronization {

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Revision.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Revision.this, true);
        }

        /** What is stored is stored: whoever stored it must not hear of a failure now. */
        @Override
        public void afterCommit() {
            try {
                raise();
            } catch (DataAccessException failure) {
                log.warn("The revision could not be raised; it is with the next change", failure);
            }
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Revision.this);
        }
    }
}
