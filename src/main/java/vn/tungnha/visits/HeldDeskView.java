package vn.tungnha.visits;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A held desk with all that was noted at it.
 *
 * @param turns counted without a name, by topic
 * @param persons met by name, in the order they came
 * @param names of all who are named
 * @param teams that worked in the decider's reach that day, those of the place first; empty where the told one did
 * @param villages where it may have stood, by code; empty where that is certain
 */
public record HeldDeskView(
        HeldRow row,
        DeskCommand told,
        Map<String, Integer> turns,
        Set<UUID> persons,
        ToldNames names,
        Map<Long, String> teams,
        Map<String, String> villages) {

    /** What most wards would decide. */
    public Decision.Kind usual() {
        return asToldMakesSense() ? Decision.Kind.AS_TOLD : Decision.Kind.DISMISS;
    }

    public boolean asToldMakesSense() {
        return row.reasons().stream()
                .noneMatch(why -> (why == HeldReason.TEAM_ENDED && teams.isEmpty())
                        || (why == HeldReason.DESK_PLACE && villages.isEmpty()));
    }
}
