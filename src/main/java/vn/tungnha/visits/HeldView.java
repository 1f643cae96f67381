package vn.tungnha.visits;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something held with all that helps to decide about it.
 *
 * @param names of all who are named
 * @param candidates where it may belong, the likeliest first
 * @param strays those named whom the register does not know there
 * @param teams who may have done it, where the told team had ended
 * @param villages where a new household may lie, by code, where the told village had ended
 */
public record HeldView(
        HeldRow row,
        VisitCommand told,
        ToldNames names,
        List<Candidate> candidates,
        List<UUID> strays,
        Map<Long, String> teams,
        Map<String, String> villages) {

    private static final Set<HeldReason> BOOKABLE = Set.of(
            HeldReason.TEAM_ENDED,
            HeldReason.NEWCOMER,
            HeldReason.VILLAGE_CLOSED,
            HeldReason.WITHDRAWN,
            HeldReason.DESK);

    /** What most wards would decide. */
    public Decision.Kind usual() {
        if (row.reasons().contains(HeldReason.PERSON_DECEASED)
                || (row.reasons().contains(HeldReason.PERSON_UNKNOWN) && candidates.isEmpty())) {
            return Decision.Kind.WITHOUT_PERSONS;
        }
        if (!candidates.isEmpty()) {
            return Decision.Kind.AT_HOUSEHOLD;
        }
        return asToldMakesSense() ? Decision.Kind.AS_TOLD : Decision.Kind.DISMISS;
    }

    /** Where the household itself is what is wrong, booking it there is no answer. */
    public boolean asToldMakesSense() {
        return row.reasons().stream()
                .allMatch(reason ->
                        BOOKABLE.contains(reason) && (reason != HeldReason.VILLAGE_CLOSED || !villages.isEmpty()));
    }

    public boolean withoutPersonsMakesSense() {
        return row.reasons().stream()
                .allMatch(reason -> reason == HeldReason.PERSON_UNKNOWN || reason == HeldReason.PERSON_DECEASED);
    }

    /**
     * A household it may belong to.
     *
     * @param why JOINED, LIVES (somebody named lives there) or FOUND (by a search)
     * @param who lives there of those named
     */
    public record Candidate(
            UUID household,
            String alley,
            String number,
            String why,
            @Nullable String who) {}
}
