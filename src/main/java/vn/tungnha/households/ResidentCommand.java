package vn.tungnha.households;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a resident shall be.
 *
 * @param id made by whoever creates the resident, phone included
 * @param smartphone null = not asked
 * @param phone digits as typed; null = leave as it is when editing, empty = take away
 * @param citizenNumber kept as a keyed hash and the last four digits, only where the ward switched it on; null = leave
 * @param since first day of the stay; null = today
 */
public record ResidentCommand(
        UUID id,
        @Nullable String name,
        @Nullable Integer birthYear,
        @Nullable Sex sex,
        boolean householder,
        @Nullable Boolean smartphone,
        @Nullable String phone,
        @Nullable String citizenNumber,
        Stay stay,
        @Nullable LocalDate since) {

    /** A person with a name and a birth year, nothing else asked. */
    public static ResidentCommand named(UUID id, String name, @Nullable Integer birthYear) {
        return new ResidentCommand(id, name, birthYear, null, false, null, null, null, Stay.UNKNOWN, null);
    }

    /** Somebody else is the householder. */
    ResidentCommand underSomebody() {
        return new ResidentCommand(id, name, birthYear, sex, false, smartphone, phone, citizenNumber, stay, since);
    }

    public ResidentCommand asHouseholder() {
        return new ResidentCommand(id, name, birthYear, sex, true, smartphone, phone, citizenNumber, stay, since);
    }
}
