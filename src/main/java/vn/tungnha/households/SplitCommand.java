package vn.tungnha.households;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * Some of a household's people found a household of their own (tách hộ).
 *
 * @param household the new one; its own list of residents is not looked at
 * @param from first day in the new household
 */
public record SplitCommand(HouseholdCommand household, Set<UUID> residents, LocalDate from) {}
