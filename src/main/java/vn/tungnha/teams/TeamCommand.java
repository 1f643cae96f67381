package vn.tungnha.teams;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a team shall be.
 *
 * @param homeVillageId where the team itself is counted
 * @param otherVillageIds further villages of the same commune it looks after
 * @param areaFrom from which day the area is so; null = today for a team there already, its first day for a new one
 */
public record TeamCommand(
        String name,
        @Nullable Integer number,
        String kind,
        long homeVillageId,
        Set<Long> otherVillageIds,
        @Nullable LocalDate areaFrom,
        Decision decision,
        @Nullable String responsible,
        @Nullable String responsibleContact,
        ChatGroup group,
        LocalDate establishedOn) {}
