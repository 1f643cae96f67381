package vn.tungnha.door;

import java.time.Clock;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.Days;

/** Erases what tells who asked, as long after the answer as the form promised. */
@Component
@RequiredArgsConstructor
class Erasure {

    private final RequestRows rows;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** At a start too: a server that is switched off at night keeps the promise all the same. */
    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(cron = "0 20 1 * * *", zone = "Asia/Ho_Chi_Minh")
    @Transactional
    public void run() {
        int erased = rows.erase(Days.today(clock), clock.instant());
        if (erased > 0) {
            events.publishEvent(
                    new Audited("request.erased", "request", "", null, null, Map.of("requests", erased), null));
        }
    }
}
