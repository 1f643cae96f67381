package vn.tungnha.identity.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts wrong passwords: the fifth locks the name for a quarter of an hour. Names that nobody bears are counted too, so
 * that the answer does not tell which ones exist.
 */
@Component
@RequiredArgsConstructor
class Attempts {

    static final int ALLOWED = 5;
    static final Duration LOCK = Duration.ofMinutes(15);
    private static final int STRANGERS = 10_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    private final Map<String, Count> strangers = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > STRANGERS;
        }
    };

    /** How often in a row, and until when locked. */
    record Count(int failures, @Nullable Instant lockedUntil) {

        int left() {
            return lockedUntil == null ? ALLOWED - failures : 0;
        }
    }

    boolean isLocked(@Nullable Instant lockedUntil) {
        return lockedUntil != null && lockedUntil.isAfter(clock.instant());
    }

    /** One statement, so that parallel guesses cannot share a count. */
    Count failed(UUID account) {
        return jdbc.sql("""
                        update account
                           set failed_attempts = case when failed_attempts + 1 >= :allowed then 0
                                                      else failed_attempts + 1 end,
                               locked_until = case when failed_attempts + 1 >= :allowed then :until
                                                   when locked_until > :now then locked_until end
                         where id = :id
                        returning failed_attempts, locked_until
                        """)
                .param("allowed", ALLOWED)
                .param("now", Logins.stamp(clock.instant()))
                .param("until", Logins.stamp(clock.instant().plus(LOCK)))
                .param("id", account)
                .query((row, index) -> {
                    OffsetDateTime until = row.getObject("locked_until", OffsetDateTime.class);
                    return new Count(row.getInt("failed_attempts"), until == null ? null : until.toInstant());
                })
                .single();
    }

    void succeeded(UUID account) {
        jdbc.sql("""
                        update account set failed_attempts = 0, locked_until = null, last_seen_at = :now
                         where id = :id
                        """)
                .param("now", Logins.stamp(clock.instant()))
                .param("id", account)
                .update();
    }

    Count failed(String stranger) {
        synchronized (strangers) {
            Count before = strangers.getOrDefault(stranger, new Count(0, null));
            if (isLocked(before.lockedUntil())) {
                return before;
            }
            int failures = before.failures() + 1;
            Count after = failures >= ALLOWED ? new Count(0, clock.instant().plus(LOCK)) : new Count(failures, null);
            strangers.put(stranger, after);
            return after;
        }
    }
}
