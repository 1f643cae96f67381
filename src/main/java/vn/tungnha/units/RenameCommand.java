package vn.tungnha.units;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Another name for a village from a day on; earlier days keep the old one.
 *
 * @param number makes the name, as in {@link VillageCommand}; null when the name is given
 * @param basedOn name its editor saw; another one in force by now is stale. Null skips the check
 */
public record RenameCommand(
        long unitId,
        String kind,
        @Nullable Integer number,
        @Nullable String name,
        LocalDate from,
        @Nullable String basedOn) {}
