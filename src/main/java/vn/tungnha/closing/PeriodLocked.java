package vn.tungnha.closing;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A commune's period was locked; published in the transaction that locks it.
 *
 * @param lock id of this version
 * @param reason null for the first version
 */
public record PeriodLocked(
        long lock,
        long commune,
        String period,
        LocalDate firstDay,
        LocalDate lastDay,
        int version,
        Instant at,
        @Nullable String reason) {}
