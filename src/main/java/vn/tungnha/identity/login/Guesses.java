package vn.tungnha.identity.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Counts wrong passwords from one network address, whatever names they were tried on: locking single names does not stop who
 * tries one PIN on thousands. A ward's whole hall behind one address stays well below.
 */
@Component
@RequiredArgsConstructor
class Guesses {

    static final int ALLOWED = 200;
    static final Duration PERIOD = Duration.ofMinutes(15);
    private static final int ADDRESSES = 10_000;

    private final Clock clock;

    private final Map<String, Seen> seen = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
            return size() > ADDRESSES;
        }
    };

    private record Seen(int failures, Instant since) {}

    boolean tooMany(@Nullable String address) {
        synchronized (seen) {
            Seen known = seen.get(address);
            return known != null && known.failures() >= ALLOWED && isPresent(known);
        }
    }

    void failed(@Nullable String address) {
        if (address == null) {
            return;
        }
        synchronized (seen) {
            Seen known = seen.get(address);
            seen.put(
                    address,
                    known == null || !isPresent(known)
                            ? new Seen(1, clock.instant())
                            : new Seen(known.failures() + 1, known.since()));
        }
    }

    private boolean isPresent(Seen known) {
        return clock.instant().isBefore(known.since().plus(PERIOD));
    }
}
