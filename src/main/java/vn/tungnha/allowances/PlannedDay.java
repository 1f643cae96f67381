package vn.tungnha.allowances;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A day on which a ward's teams went out by a plan.
 *
 * @param document number of the plan
 */
public record PlannedDay(
        UUID id,
        long unit,
        LocalDate day,
        String title,
        @Nullable String document) {}
