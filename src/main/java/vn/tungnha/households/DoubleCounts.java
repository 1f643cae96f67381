package vn.tungnha.households;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.households.likeness.Likeness;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;

/**
 * How many pairs lie in a reader's places, as last counted: nobody waits for it. What is old is counted again on a thread of
 * its own, and whoever opens the list counts along.
 */
@Component
@RequiredArgsConstructor
@Slf4j
public class DoubleCounts {

    private static final Duration FRESH = Duration.ofMinutes(20);

    private final Doubles doubles;
    private final Clock clock;
    private final Map<Set<Long>, Counted> counts = new ConcurrentHashMap<>();
    private final Set<Set<Long>> under = ConcurrentHashMap.newKeySet();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread named = new Thread(work, "double-counts");
        named.setDaemon(true);
        return named;
    });

    /** Of all the reader's places together; empty until they were counted once. */
    public OptionalInt known(CurrentUser user) {
        Set<Long> places = user.scope().roots(Data.PEOPLE);
        if (places.isEmpty()) {
            return OptionalInt.empty();
        }
        Counted counted = counts.get(places);
        if (stale(counted) && under.add(places)) {
            thread.execute(() -> count(places, user));
        }
        return counted == null ? OptionalInt.empty() : OptionalInt.of(counted.pairs());
    }

    /** Somebody has just seen them all. */
    public void note(int pairs, CurrentUser user) {
        counts.put(user.scope().roots(Data.PEOPLE), new Counted(pairs, clock.instant()));
    }

    private void count(Set<Long> places, CurrentUser user) {
        try {
            note(doubles.people(null, Likeness.Strength.LIKELY, user).size(), user);
        } catch (RuntimeException failure) {
            log.warn("Pairs could not be counted", failure);
        } finally {
            under.remove(places);
        }
    }

    private boolean stale(@Nullable Counted counted) {
        return counted == null || counted.at().plus(FRESH).isBefore(clock.instant());
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    private record Counted(int pairs, Instant at) {}
}
