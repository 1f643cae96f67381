package vn.tungnha.notices.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.notices.NoticeBox;

/** The number at the bell: every page asks for it, so it may be a minute old. */
@Component
@RequiredArgsConstructor
class UnreadCounts {

    private static final Duration FRESH = Duration.ofMinutes(1);

    /** All accounts of a large province; beyond that counting anew is cheaper than keeping. */
    private static final int MOST = 20_000;

    private final NoticeBox inbox;
    private final Clock clock;
    private final Map<UUID, Counted> counted = new ConcurrentHashMap<>();

    private record Counted(long unread, Instant until) {}

    long of(CurrentUser user, Locale locale) {
        Instant now = clock.instant();
        Counted known = counted.get(user.accountId());
        if (known != null && now.isBefore(known.until())) {
            return known.unread();
        }
        if (counted.size() > MOST) {
            counted.clear();
        }
        long unread = inbox.unread(user, locale);
        counted.put(user.accountId(), new Counted(unread, now.plus(FRESH)));
        return unread;
    }

    void forget(CurrentUser user) {
        counted.remove(user.accountId());
    }
}
