package vn.tungnha.households;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which households to list.
 *
 * @param unitId under this unit, at any depth; null = wherever the reader may look
 * @param villages in one of these villages (a team's area); empty = any
 * @param alley exactly this alley
 * @param q words of the alley, the number, the label or a resident's name
 * @param on where households were and who lived there on this day
 */
public record HouseholdQuery(
        @Nullable Long unitId,
        Set<Long> villages,
        @Nullable String alley,
        @Nullable String q,
        LocalDate on) {

    public static HouseholdQuery all(LocalDate on) {
        return new HouseholdQuery(null, Set.of(), null, null, on);
    }
}
