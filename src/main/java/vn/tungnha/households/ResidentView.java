package vn.tungnha.households;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A resident in one stay.
 *
 * @param name null for those of 14 and 15
 * @param phoneLast3 what is shown of the phone number
 * @param until last day of the stay, {@link vn.tungnha.shared.Days#FOREVER} while it goes on
 */
public record ResidentView(
        UUID id,
        int version,
        UUID householdId,
        @Nullable String name,
        @Nullable Integer birthYear,
        @Nullable Sex sex,
        boolean householder,
        @Nullable Boolean smartphone,
        @Nullable String phoneLast3,
        @Nullable String citizenLast4,
        ResidentStatus status,
        Stay stay,
        LocalDate since,
        LocalDate until) {}
