package vn.tungnha.indicators;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Amounts by spot and measure, and which spots have any field work behind them at all. */
class Parts {

    private final Map<Integer, Map<Integer, Part>> bySpot = new HashMap<>();
    private final Set<Integer> worked = new HashSet<>();

    void add(int spot, int measure, Part part) {
        bySpot.computeIfAbsent(spot, n -> new HashMap<>()).merge(measure, part, Part::plus);
    }

    void worked(int spot) {
        worked.add(spot);
    }

    boolean hasWork(int spot) {
        return worked.contains(spot);
    }

    @Nullable
    Part get(int spot, int measure) {
        return bySpot.getOrDefault(spot, Map.of()).get(measure);
    }
}
