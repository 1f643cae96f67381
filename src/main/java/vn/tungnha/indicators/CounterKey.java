package vn.tungnha.indicators;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * One counter.
 *
 * @param ofTeam whether {@code place} is a team or a unit
 */
record CounterKey(boolean ofTeam, long place, int measure, String grain, LocalDate day)
        implements Comparable<CounterKey> {

    private static final Comparator<CounterKey> ORDER = Comparator.comparing(CounterKey::ofTeam)
            .thenComparing(CounterKey::place)
            .thenComparing(CounterKey::measure)
            .thenComparing(CounterKey::grain)
            .thenComparing(CounterKey::day);

    @Override
    public int compareTo(CounterKey other) {
        return ORDER.compare(this, other);
    }
}
