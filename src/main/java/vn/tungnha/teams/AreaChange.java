package vn.tungnha.teams;

import java.time.LocalDate;

/** A village came to a team's area, or went, on a day. */
public record AreaChange(LocalDate day, String village, boolean came) {}
