package vn.tungnha.units;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** A module tells what it has at units that are about to change. */
public interface AffectedByUnitChange {

    List<UnitEffect> of(Affected affected);

    /**
     * @param units units that end, are split or move
     * @param villages those among them, and under them on the eve
     * @param effective first day of the new order
     * @param ends whether the units end
     * @param code of the first unit, for links to lists
     */
    record Affected(Set<Long> units, Set<Long> villages, LocalDate effective, boolean ends, String code) {}
}
