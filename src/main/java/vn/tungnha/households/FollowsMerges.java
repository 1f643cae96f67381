package vn.tungnha.households;

import java.util.List;
import java.util.UUID;

/**
 * Whatever hangs on residents and households goes with them when two entries of one are merged, and comes back to the side it
 * was entered for when they are parted. Called inside the booking of the figures.
 */
public interface FollowsMerges {

    void residentsMerged(UUID gone, UUID kept);

    /** {@code gone} and whoever was merged into it before get back what was entered for them. */
    void residentsParted(UUID gone, UUID kept);

    void householdsMerged(UUID gone, UUID kept);

    void householdsParted(UUID gone, UUID kept);

    /** What would go over, in numbers; nothing that is 0. */
    List<Effect> ofResidents(UUID gone, UUID kept);

    List<Effect> ofHouseholds(UUID gone, UUID kept);

    /** @param key message with the number as its argument */
    record Effect(String key, long number) {}
}
