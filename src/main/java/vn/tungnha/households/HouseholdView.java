package vn.tungnha.households;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A household with those who live in it today.
 *
 * @param villageId where it is today
 * @param endedOn last day, {@link vn.tungnha.shared.Days#FOREVER} while it is in the register
 */
public record HouseholdView(
        UUID id,
        int version,
        HouseholdKind kind,
        long villageId,
        String villageCode,
        String villageName,
        @Nullable String communeCode,
        String alley,
        String number,
        @Nullable String label,
        int children,
        HouseholdStatus status,
        LocalDate registeredOn,
        LocalDate endedOn,
        @Nullable String endReason,
        List<ResidentView> residents) {

    /** K112/14: as people call the house. */
    public String address() {
        return number.isEmpty() ? alley : alley + " " + number;
    }

    public @Nullable String householder() {
        return residents.stream()
                .filter(ResidentView::householder)
                .map(ResidentView::name)
                .findFirst()
                .orElse(null);
    }
}
