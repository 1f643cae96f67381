package vn.tungnha.units;

import java.time.LocalDate;
import java.util.Set;

/**
 * What stands at a village goes to another one from a day on.
 *
 * @param whole the village ends, all of it goes; false for a split
 * @param alleys of a split: the alleys that go
 */
public record VillageFlow(long from, long to, LocalDate day, boolean whole, Set<String> alleys) {

    public VillageFlow {
        alleys = Set.copyOf(alleys);
    }

    public static VillageFlow whole(long from, long to, LocalDate day) {
        return new VillageFlow(from, to, day, true, Set.of());
    }
}
