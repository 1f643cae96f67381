package vn.tungnha.visits;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a correction together with what was told since the version it is based on. */
@Component
@RequiredArgsConstructor
class VisitMerging {

    private final VisitVersions versions;
    private final VisitAliases aliases;

    /**
     * @throws VisitConflict when a program corrects an old version
     * @throws HeldBack when the version has not come yet
     * @throws Contested when both changed the same
     */
    VisitMerge merge(Visit visit, Correction correction, Telling telling) {
        VisitCommand mine = momentSetRight(visit, correction.visit(), telling);
        if (correction.basedOn() == visit.getVersion()) {
            return VisitMerge.of(mine, mine, mine);
        }
        if (!telling.merges() || correction.basedOn() < 1) {
            throw new VisitConflict("visit", visit.getId());
        }
        if (correction.basedOn() > visit.getVersion()) {
            throw new HeldBack(Set.of(HeldReason.EARLY));
        }
        UUID id = visit.getId();
        VisitMerge merge = against(visit, correction, telling);
        if (!merge.clashes().isEmpty()) {
            Instant theirsAt = versions.lastAt(id);
            Instant mineAt = telling.toldAt();
            throw new Contested(new Contest(
                    id,
                    correction.id(),
                    visit.getVersion(),
                    merge,
                    mineAt == null || mineAt.isAfter(theirsAt),
                    theirsAt));
        }
        return merge;
    }

    /** The correction put beside the version that holds now. */
    VisitMerge against(Visit visit, Correction correction, Telling telling) {
        UUID id = visit.getId();
        return VisitMerge.of(
                today(versions.of(id, correction.basedOn()).command()),
                momentSetRight(visit, correction.visit(), telling),
                today(versions.last(id).command()));
    }

    /** Two tellings are compared in the names of today. */
    private VisitCommand today(VisitCommand told) {
        return aliases.resolve(told).command();
    }

    /** A moment repeated from the first telling is as wrong as it was then; one that we hold is right. */
    private VisitCommand momentSetRight(Visit visit, VisitCommand named, Telling telling) {
        VisitCommand told = today(named);
        Instant moment = told.visitedAt();
        if (same(moment, visit.getToldAt()) || same(moment, visit.getVisitedAt())) {
            return told.at(visit.getVisitedAt());
        }
        return told.at(telling.right(moment));
    }

    /** A page shows the minute, and hands back no more. */
    private static boolean same(Instant one, @Nullable Instant other) {
        ChronoUnit shown = one.equals(one.truncatedTo(ChronoUnit.MINUTES)) ? ChronoUnit.MINUTES : ChronoUnit.MILLIS;
        return other != null && one.truncatedTo(shown).equals(other.truncatedTo(shown));
    }
}
