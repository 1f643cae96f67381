package vn.tungnha.visits;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Two tellings of one visit that a person has to choose between.
 *
 * @param request of the correction that came later
 * @param version the version that holds now; an answer is given to it
 * @param mineIsLater whether the correction was told after the version that holds: its fields are the default
 */
public record Contest(UUID visit, UUID request, int version, VisitMerge merge, boolean mineIsLater, Instant theirsAt) {

    public List<VisitMerge.Clash> clashes() {
        return merge.clashes();
    }
}
