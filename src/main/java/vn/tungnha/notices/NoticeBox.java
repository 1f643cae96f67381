package vn.tungnha.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;

/** Everything somebody is told, from all who tell; what was read is remembered per account. */
@Service
@RequiredArgsConstructor
public class NoticeBox {

    /** Longer than anything is told. */
    private static final Duration REMEMBERED = Duration.ofDays(400);

    private static final Comparator<Told> NEWEST_FIRST = Comparator.comparing(
                    (Told told) -> told.notice().at())
            .reversed()
            .thenComparing(told -> told.notice().key());

    private final List<NoticeSource> sources;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** A notice, and whether its reader has seen it. */
    public record Told(Notice notice, boolean read) {}

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Told> of(CurrentUser user, Locale locale) {
        Set<String> read = jdbc.sql("select key from notice_read where account_id = ?")
                .param(user.accountId())
                .query(String.class)
                .set();
        return sources.stream()
                .flatMap(source -> source.of(user, locale).stream())
                .map(notice -> new Told(notice, read.contains(notice.key())))
                .sorted(NEWEST_FIRST)
                .toList();
    }

    @Transactional(readOnly = true)
    public long unread(CurrentUser user, Locale locale) {
        return of(user, locale).stream().filter(told -> !told.read()).count();
    }

    @Transactional(readOnly = true)
    public Optional<Notice> find(String key, CurrentUser user, Locale locale) {
        return of(user, locale).stream()
                .map(Told::notice)
                .filter(notice -> notice.key().equals(key))
                .findFirst();
    }

    /**
     * Keys of nothing that is told are kept all the same: they do no harm and are forgotten in time.
     *
     * @return the moment by which {@link #unread(Instant, CurrentUser)} takes it back
     */
    @Transactional
    public Instant read(Collection<String> keys, CurrentUser user) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        jdbc.sql("""
                        insert into notice_read (account_id, key, read_at)
                        select :account, key, :now from unnest(cast(:keys as text[])) as key
                        on conflict do nothing""")
                .param("account", user.accountId())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("keys", keys.toArray(String[]::new))
                .update();
        return now;
    }

    /** What was marked at that moment is told as new again. */
    @Transactional
    public void unread(Instant at, CurrentUser user) {
        jdbc.sql("delete from notice_read where account_id = :account and read_at = :at")
                .param("account", user.accountId())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Scheduled(cron = "0 40 3 * * *", zone = "Asia/Ho_Chi_Minh")
    void forget() {
        jdbc.sql("delete from notice_read where read_at < ?")
                .param(clock.instant().minus(REMEMBERED).atOffset(ZoneOffset.UTC))
                .update();
    }
}
