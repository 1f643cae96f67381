package vn.tungnha.allowances;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A sheet as it was locked.
 *
 * @param period code of the month
 * @param amount đồng in all
 */
public record FrozenSheet(
        long id, long unit, String period, LocalDate first, LocalDate last, int teams, long amount, Instant frozenAt) {}
