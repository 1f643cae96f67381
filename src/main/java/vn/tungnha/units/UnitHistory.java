package vn.tungnha.units;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit's life: its versions, its parents, whom it came from and what it went into.
 *
 * @param parents legal parents and areas, oldest first
 * @param before units that went into it, each with those that went into them
 * @param after units it went into, each with those they went into
 */
public record UnitHistory(
        UnitView unit, List<Version> versions, List<Parent> parents, List<Kin> before, List<Kin> after) {

    /** What the unit was called in that time. */
    public record Version(
            String code, String name, String fullName, String kind, LocalDate validFrom, LocalDate validTo) {}

    /** A parent in that time, named as on its last day. */
    public record Parent(UnitView unit, LocalDate validFrom, LocalDate validTo) {}

    /** A relative: predecessors as on their last day, successors likewise. */
    public record Kin(
            UnitView unit,
            LocalDate effective,
            boolean whole,
            @Nullable String detail,
            @Nullable String decree,
            List<Kin> further) {}
}
