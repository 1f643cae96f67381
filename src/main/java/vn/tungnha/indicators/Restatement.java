package vn.tungnha.indicators;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of an indicator's ledger: past periods were reckoned anew because of a definition.
 *
 * @param cause code of the indicator whose definition changed
 * @param action PUBLISHED or WITHDRAWN
 * @param from periods that end on this day or later
 * @param locked how many locked periods of communes keep their figures
 */
public record Restatement(
        String cause,
        String action,
        LocalDate from,
        int locked,
        String reason,
        @Nullable String by,
        Instant at) {}
