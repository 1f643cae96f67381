package vn.tungnha.households;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a household shall be.
 *
 * @param id made by whoever creates the household, phone included
 * @param villageId where it is; when editing not looked at, a household moves by {@link Households#move}
 * @param label the sign of a trader, or what the house is known by
 * @param children how many under 14, who are never named
 * @param registeredOn null = today
 * @param partId into which part it came of a village split after {@code registeredOn}; null when not split
 * @param residents only when creating
 */
public record HouseholdCommand(
        UUID id,
        HouseholdKind kind,
        long villageId,
        String alley,
        String number,
        @Nullable String label,
        int children,
        @Nullable LocalDate registeredOn,
        @Nullable Long partId,
        List<ResidentCommand> residents) {

    /** A household in a village that is there today or went wholly into another. */
    public HouseholdCommand(
            UUID id,
            HouseholdKind kind,
            long villageId,
            String alley,
            String number,
            @Nullable String label,
            int children,
            @Nullable LocalDate registeredOn,
            List<ResidentCommand> residents) {
        this(id, kind, villageId, alley, number, label, children, registeredOn, null, residents);
    }
}
