package vn.tungnha.allowances;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of a team's list of members, as far as days and money need it.
 *
 * @param person the same number for all rows of one person among those that were loaded together
 */
public record Seat(
        UUID id,
        long team,
        int person,
        String name,
        String role,
        @Nullable String phone,
        @Nullable UUID account,
        LocalDate joinedOn,
        LocalDate leftOn) {

    boolean holds(LocalDate day) {
        return !day.isBefore(joinedOn) && !day.isAfter(leftOn);
    }

    Seat of(int samePerson) {
        return new Seat(id, team, samePerson, name, role, phone, account, joinedOn, leftOn);
    }
}
