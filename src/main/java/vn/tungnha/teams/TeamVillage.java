package vn.tungnha.teams;

import java.time.LocalDate;

/** A village a team looks after, on days; at its home village the team itself is counted. */
public record TeamVillage(long id, String code, String name, boolean home, LocalDate validFrom, LocalDate validTo) {}
