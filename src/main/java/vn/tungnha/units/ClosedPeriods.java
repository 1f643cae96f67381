package vn.tungnha.units;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Tells which periods are closed. */
public interface ClosedPeriods {

    /** The days of a period that was closed. */
    record Closed(LocalDate first, LocalDate last) {}

    /** The first period that was closed for any of these units and holds the day or a later one. */
    Optional<Closed> firstClosed(LocalDate since, Set<Long> units);
}
