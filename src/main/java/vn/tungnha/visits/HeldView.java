package vn.tungnha.visits;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something held with all that helps to decide about it.
 *
 * @param names of residents and members told
 * @param candidates where it may belong, the likeliest first
 * @param strays those named whom the register does not know there
 * @param teams who may have done it, where the told team had ended
 */
public record HeldView(
        HeldRow row,
        VisitCommand told,
        Map<UUID, String> names,
        List<Candidate> candidates,
        List<UUID> strays,
        Map<Long, String> teams) {

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
                .allMatch(reason -> reason == HeldReason.TEAM_ENDED || reason == HeldReason.NEWCOMER);
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
