package vn.tungnha.gateway;

import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Delivers what is due, on a thread of its own: a slow receiver must not hold up other scheduled work. */
@Component
@RequiredArgsConstructor
@Slf4j
class DeliveryRounds {

    private final Outbox outbox;
    private final Messenger messenger;
    private final AtomicBoolean under = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread named = new Thread(work, "webhooks");
        named.setDaemon(true);
        return named;
    });

    @Scheduled(fixedDelay = 5_000, initialDelay = 20_000)
    void begin() {
        if (under.compareAndSet(false, true)) {
            thread.execute(() -> {
                try {
                    deliver();
                } catch (RuntimeException failure) {
                    log.warn("Webhooks could not be delivered", failure);
                } finally {
                    under.set(false);
                }
            });
        }
    }

    /** @return how many were tried */
    int deliver() {
        int tried = 0;
        for (List<Outbox.Due> due = outbox.take(); !due.isEmpty(); due = outbox.take()) {
            for (Outbox.Due one : due) {
                outbox.tried(one, messenger.send(one));
                tried++;
            }
        }
        return tried;
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }
}
