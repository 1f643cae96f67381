package vn.tungnha.teams;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A team with its area on one day; for a team that has ended, the area of its last day.
 *
 * @param endedOn last day the team exists, {@link vn.tungnha.shared.Days#FOREVER} while it does
 * @param communeId the commune of the home village on that day
 */
public record TeamView(
        long id,
        int version,
        String name,
        @Nullable Integer number,
        String kind,
        Decision decision,
        @Nullable String responsible,
        @Nullable String responsibleContact,
        ChatGroup group,
        TeamStatus status,
        LocalDate establishedOn,
        LocalDate endedOn,
        @Nullable String endReason,
        @Nullable Long mergedIntoId,
        @Nullable Long communeId,
        List<TeamVillage> villages) {

    public Set<Long> villageIds() {
        return villages.stream().map(TeamVillage::id).collect(Collectors.toSet());
    }

    /** The village where the team itself is counted; null only when it has no area at all. */
    public @Nullable TeamVillage home() {
        return villages.stream().filter(TeamVillage::home).findFirst().orElse(null);
    }
}
