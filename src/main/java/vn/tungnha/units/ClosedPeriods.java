package vn.tungnha.units;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Tells which periods are closed. */
public interface ClosedPeriods {

    /** What the first period is called that was closed for any of these units and holds the day or a later one. */
    Optional<String> firstClosed(LocalDate since, Set<Long> units);
}
