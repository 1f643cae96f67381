package vn.tungnha.households;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.SortKeys;

/**
 * One row of a file of households.
 *
 * @param children how many under 14 the row says there are, null = it does not say
 * @param child the row is about somebody under 14, who is counted and forgotten
 * @param person null for a child, or where the row names nobody
 */
record PersonRow(
        long villageId,
        HouseholdKind kind,
        String alley,
        String number,
        @Nullable String label,
        @Nullable Integer children,
        boolean child,
        @Nullable ResidentCommand person) {

    /** Rows with the same address are one household. */
    String address() {
        return address(villageId, kind.name(), alley, number);
    }

    static String address(long village, String kind, String alley, String number) {
        return village + "|" + kind + "|" + SortKeys.fold(alley) + "|" + SortKeys.fold(number);
    }

    static String person(@Nullable String name, @Nullable Integer birthYear) {
        return (name == null ? "" : SortKeys.fold(name)) + "|" + (birthYear == null ? "" : birthYear);
    }

    HouseholdCommand household(UUID id, int counted, List<ResidentCommand> people) {
        return new HouseholdCommand(id, kind, villageId, alley, number, label, counted, null, people);
    }
}
