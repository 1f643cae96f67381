package vn.tungnha.shared;

import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Keeps the counters true while the raw log changes. Every write to households, residents, visits or teams that a figure
 * may count goes through {@link #during}, inside its transaction, naming all it touches beforehand.
 */
public interface LiveFigures {

    /**
     * Locks what is touched, makes the change, and books the difference it makes to the counters.
     *
     * @param touched everything whose contribution may differ afterwards; things yet to be created are named too
     */
    <T> T during(Touched touched, Supplier<T> change);

    /** The households, residents and teams a change may touch. */
    record Touched(Set<UUID> households, Set<UUID> residents, Set<Long> teams) {}
}
