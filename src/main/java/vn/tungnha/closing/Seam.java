package vn.tungnha.closing;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Days between two neighbouring periods that a changed cut-off lets count twice, or not at all.
 *
 * @param twice false: they are in neither period
 */
public record Seam(LocalDate first, LocalDate last, boolean twice) {

    /** @param last the earlier period's last day, {@code first} the later one's first; empty where they meet */
    static Optional<Seam> between(LocalDate last, LocalDate first) {
        LocalDate next = last.plusDays(1);
        if (first.equals(next)) {
            return Optional.empty();
        }
        return Optional.of(
                first.isBefore(next) ? new Seam(first, last, true) : new Seam(next, first.minusDays(1), false));
    }
}
