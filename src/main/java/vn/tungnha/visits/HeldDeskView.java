package vn.tungnha.visits;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A held desk with all that was noted at it.
 *
 * @param turns counted without a name, by topic
 * @param met by name, in the order they came
 * @param names of all who are named
 * @param teams that worked in the decider's reach that day, those of the place first; empty where the told one did
 * @param villages where it may have stood, by code; empty where that is certain
 */
public record HeldDeskView(
        HeldRow row,
        DeskCommand told,
        Map<String, Integer> turns,
        List<Met> met,
        ToldNames names,
        Map<Long, String> teams,
        Map<String, String> villages) {

    /**
     * Somebody met by name, or several of one household.
     *
     * @param id of what is held of them
     */
    public record Met(UUID id, Set<UUID> persons, String state) {}

    public Set<UUID> persons() {
        return met.stream().flatMap(one -> one.persons().stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Somebody is there who may be booked without the desk, by a team that was at work. */
    public boolean personsMakeSense() {
        return !met.isEmpty() && (!row.reasons().contains(HeldReason.TEAM_ENDED) || !teams.isEmpty());
    }

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
