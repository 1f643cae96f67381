package vn.tungnha.households;

import java.time.LocalDate;

/** Where a household was from one day to another. */
public record Placement(long villageId, String villageName, LocalDate validFrom, LocalDate validTo) {}
