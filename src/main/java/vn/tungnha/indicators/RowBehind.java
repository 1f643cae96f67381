package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One household, person or visit that a figure counted.
 *
 * @param household null where it lies outside the reader's scope today; then nothing is told of it but that it counted
 * @param name of the person, else of the householder; null for those whose name is not kept
 * @param day of the visit; of a stock the day since which it counts
 * @param team whose work it was, where that is known
 * @param amount 1, or the number counted without names, or the share that came over from a part of a unit
 */
public record RowBehind(
        @Nullable UUID household,
        String address,
        @Nullable String village,
        @Nullable String name,
        @Nullable Integer birthYear,
        @Nullable LocalDate day,
        @Nullable String team,
        BigDecimal amount) {}
