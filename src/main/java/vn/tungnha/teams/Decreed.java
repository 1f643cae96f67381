package vn.tungnha.teams;

import java.time.LocalDate;

/**
 * What stands behind a change of teams.
 *
 * @param day from this day on it is so, past or to come; of a dissolution the last day
 * @param decision as far as it is known yet
 */
public record Decreed(LocalDate day, String reason, Decision decision) {}
