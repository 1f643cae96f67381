package vn.tungnha.indicators;

import java.util.Map;
import java.util.TreeMap;

/**
 * What one transaction has changed. A change made within another (a visit that adds a household) joins it: what it
 * touches is watched from then on, and all is booked when the outer one ends.
 */
class Ledger {

    private final TreeMap<CounterKey, Long> differences = new TreeMap<>();
    private final TreeMap<CounterKey, Long> before = new TreeMap<>();
    private Subjects watched = Subjects.none();
    private int depth;

    void enter() {
        depth++;
    }

    void leave() {
        depth--;
        if (depth == 0) {
            watched = Subjects.none();
            before.clear();
        }
    }

    boolean outermost() {
        return depth == 1;
    }

    Subjects watched() {
        return watched;
    }

    void watch(Subjects more, Map<CounterKey, Long> contributions) {
        watched = watched.and(more);
        contributions.forEach((key, amount) -> before.merge(key, amount, Long::sum));
    }

    void book(Map<CounterKey, Long> after) {
        after.forEach((key, amount) -> differences.merge(key, amount, Long::sum));
        before.forEach((key, amount) -> differences.merge(key, -amount, Long::sum));
    }

    /** What the counters must change by, in key order, nothing where nothing changed. */
    Map<CounterKey, Long> differences() {
        TreeMap<CounterKey, Long> real = new TreeMap<>(differences);
        real.values().removeIf(amount -> amount == 0);
        return real;
    }
}
