package vn.tungnha.reports.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Places in the order of what they have reached. Equals share a rank, and the next one counts them all: 1, 2, 2, 4. */
record Ranks(Map<Long, Rank> byPlace) {

    /** @param shared whether another place has the very same */
    record Rank(int number, boolean shared) {}

    /** @param up whether more is better; what has no amount is left out by the caller and has no rank */
    static Ranks of(Map<Long, BigDecimal> amounts, boolean up) {
        Comparator<BigDecimal> order = up ? Comparator.reverseOrder() : Comparator.naturalOrder();
        List<Map.Entry<Long, BigDecimal>> sorted = new ArrayList<>(amounts.entrySet());
        sorted.sort(Map.Entry.comparingByValue(order));
        Map<Long, Rank> ranks = new HashMap<>();
        for (int first = 0; first < sorted.size(); ) {
            int after = first + 1;
            while (after < sorted.size()
                    && sorted.get(after).getValue().compareTo(sorted.get(first).getValue()) == 0) {
                after++;
            }
            Rank rank = new Rank(first + 1, after - first > 1);
            sorted.subList(first, after).forEach(one -> ranks.put(one.getKey(), rank));
            first = after;
        }
        return new Ranks(ranks);
    }

    /** By one indicator in one of the periods that were read. */
    static Ranks of(List<Long> places, Readings readings, String indicator, int period) {
        Map<Long, BigDecimal> amounts = new HashMap<>();
        boolean up = true;
        for (Long place : places) {
            Reading reading = readings.at(place, indicator, period);
            up = reading.value().definition().up();
            BigDecimal amount = reading.amount();
            if (amount != null) {
                amounts.put(place, amount);
            }
        }
        return of(amounts, up);
    }

    @Nullable
    Integer number(long place) {
        Rank rank = byPlace.get(place);
        return rank == null ? null : rank.number();
    }

    boolean shared(long place) {
        Rank rank = byPlace.get(place);
        return rank != null && rank.shared();
    }

    /** How many have a rank at all. */
    int size() {
        return byPlace.size();
    }
}
