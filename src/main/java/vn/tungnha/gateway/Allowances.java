package vn.tungnha.gateway;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** How many calls each caller has left: a bucket that fills evenly and holds the calls of one minute. */
@Component
@RequiredArgsConstructor
public class Allowances {

    private static final double MILLIS = 60_000;

    /** Buckets that nobody draws from are full again after a minute and may be forgotten. */
    private static final int MOST_CALLERS = 10_000;

    private final Clock clock;
    private final Map<Object, Bucket> buckets = new ConcurrentHashMap<>();

    /**
     * What came of one call.
     *
     * @param left calls that may follow at once
     * @param pause until the next one is allowed; zero where this one is
     */
    public record Allowance(boolean granted, int left, Duration pause) {}

    private record Bucket(double calls, long at) {}

    public Allowance take(Object caller, int perMinute) {
        long now = clock.millis();
        if (buckets.size() > MOST_CALLERS) {
            buckets.values().removeIf(bucket -> now - bucket.at() > MILLIS);
        }
        double[] before = new double[1];
        Bucket after = buckets.compute(caller, (key, bucket) -> {
            double calls = bucket == null
                    ? perMinute
                    : Math.min(perMinute, bucket.calls() + Math.max(0, now - bucket.at()) * perMinute / MILLIS);
            before[0] = calls;
            return new Bucket(calls >= 1 ? calls - 1 : calls, now);
        });
        if (before[0] >= 1) {
            return new Allowance(true, (int) after.calls(), Duration.ZERO);
        }
        long wait = (long) Math.ceil((1 - after.calls()) * MILLIS / perMinute);
        return new Allowance(false, 0, Duration.ofMillis(wait));
    }
}
