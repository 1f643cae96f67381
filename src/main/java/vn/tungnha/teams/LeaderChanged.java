package vn.tungnha.teams;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A team has another leader from a day on.
 *
 * @param former the line of the member who led the day before, null when nobody did
 * @param successor the line of the member who leads from then on
 */
public record LeaderChanged(long teamId, @Nullable UUID former, UUID successor, LocalDate from) {}
