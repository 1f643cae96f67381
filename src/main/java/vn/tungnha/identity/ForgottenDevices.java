package vn.tungnha.identity;

import java.time.Clock;
import java.time.Duration;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Phones nobody has seen for long leave the list; those that still kept work stay, so that somebody asks after it. */
@Service
@RequiredArgsConstructor
public class ForgottenDevices {

    /**
     * Half a year: by then a phone has long wiped itself (it does after a fortnight without use) and its login is over, so
     * it comes back as a new one. Also longer than any leave after which somebody returns to the same list.
     */
    static final Duration UNSEEN_FOR = Duration.ofDays(183);

    private final JdbcClient jdbc;
    private final Clock clock;

    /** How many were forgotten. */
    @Transactional
    @Scheduled(cron = "0 10 3 * * *", zone = "Asia/Ho_Chi_Minh")
    public int forget() {
        return jdbc.sql("delete from device where last_seen_at < ? and unsent = 0")
                .param(Devices.stamp(clock.instant().minus(UNSEEN_FOR)))
                .update();
    }
}
