package vn.tungnha.activities;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Scopes;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.identity.login.Secrets;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;

/**
 * Everybody's own secret address for the calendar of a phone. Whoever has it reads what its owner may see now of activities:
 * titles, hours and places, no names. A new address ends the one before.
 */
@Service
@RequiredArgsConstructor
@Transactional
public class CalendarFeeds {

    private static final int DAYS_BACK = 60;
    private static final int DAYS_AHEAD = 200;

    private final JdbcClient jdbc;
    private final Logins logins;
    private final Scopes scopes;
    private final ActivityLog log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Since when there is an address; empty = none. */
    @Transactional(readOnly = true)
    public Optional<Instant> since(CurrentUser user) {
        return jdbc.sql("select created_at from calendar_feed where account_id = ?")
                .param(user.accountId())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** @return the secret, shown this once */
    public String renew(CurrentUser user) {
        String secret = Secrets.random();
        jdbc.sql("""
                        insert into calendar_feed (account_id, secret_hash, created_at) values (:account, :hash, :now)
                        on conflict (account_id) do update set secret_hash = excluded.secret_hash, created_at = excluded.created_at""")
                .param("account", user.accountId())
                .param("hash", Secrets.hash(secret))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        audit("calendar-feed.made", user);
        return secret;
    }

    public void revoke(CurrentUser user) {
        int gone = jdbc.sql("delete from calendar_feed where account_id = ?")
                .param(user.accountId())
                .update();
        if (gone > 0) {
            audit("calendar-feed.revoked", user);
        }
    }

    /**
     * What its owner may see today.
     *
     * @throws NotFound when the address was never given, or holds no longer
     */
    @Transactional(readOnly = true)
    public List<ActivityView> read(String secret) {
        CurrentUser owner = jdbc.sql("select account_id from calendar_feed where secret_hash = ?")
                .param(Secrets.hash(secret))
                .query(UUID.class)
                .optional()
                .flatMap(logins::current)
                .map(account -> new CurrentUser(
                        account.id(), account.username(), account.displayName(), scopes.byRole(account.id())))
                .orElseThrow(() -> new NotFound("calendar", "given"));
        LocalDate today = Days.today(clock);
        return log.between(today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD), null, owner);
    }

    private void audit(String action, CurrentUser user) {
        events.publishEvent(new Audited(action, "account", user.accountId().toString(), null, null, null, null));
    }
}
