package vn.tungnha.teams;

import java.util.Set;

/**
 * Which villages a team looks after from a day on.
 *
 * @param homeVillageId where the team itself is counted
 */
public record AreaCommand(long homeVillageId, Set<Long> otherVillageIds, Decreed decreed) {}
