package vn.tungnha.closing;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.tungnha.shared.Audited;

/** Remembers for the length of a transaction what it was about: the first thing it told the audit trail. */
@Component
class Causes {

    private static final Cause UNKNOWN = new Cause("figures.changed", null, null, null);

    @EventListener
    void note(Audited fact) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()
                || TransactionSynchronizationManager.hasResource(this)) {
            return;
        }
        Cause cause = new Cause(fact.action(), fact.subject(), fact.subjectId(), fact.reason());
        TransactionSynchronizationManager.bindResource(this, cause);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResource(Causes.this);
            }

            @Override
            public void resume() {
                TransactionSynchronizationManager.bindResource(Causes.this, cause);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(Causes.this);
            }
        });
    }

    Cause present() {
        return TransactionSynchronizationManager.getResource(this) instanceof Cause cause ? cause : UNKNOWN;
    }

    /** What somebody did, in the words of the trail. */
    record Cause(
            String action,
            @Nullable String subject,
            @Nullable String subjectId,
            @Nullable String reason) {}
}
