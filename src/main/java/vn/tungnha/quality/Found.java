package vn.tungnha.quality;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all checks found in some communes.
 *
 * @param checks those that are switched on, in their order
 */
public record Found(List<CheckView> checks, List<Item> items) {

    /**
     * One check.
     *
     * @param people what it finds names residents
     * @param teams leaders of teams read what of it is theirs
     * @param above looks at what a unit reported, also at that of a province
     */
    public record CheckView(String code, boolean people, boolean teams, boolean above, BigDecimal threshold) {}

    /** One fault, and that somebody found it right, where somebody did. */
    public record Item(Fault fault, @Nullable Acceptance acceptance) {

        public boolean open() {
            return acceptance == null;
        }
    }

    /** Who found it right, and why. */
    public record Acceptance(
            long id, String reason, @Nullable String by, Instant at) {}

    public List<Item> open() {
        return items.stream().filter(Item::open).toList();
    }
}
