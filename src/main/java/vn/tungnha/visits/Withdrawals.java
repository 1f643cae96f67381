package vn.tungnha.visits;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.LiveFigures;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;

/** Undoing a withdrawal, which therefore need not ask "are you sure". Only a person's own word revives a visit. */
@Service
@RequiredArgsConstructor
public class Withdrawals {

    private final VisitRepository visits;
    private final VisitVersions versions;
    private final VisitAccess access;
    private final VisitNews news;
    private final LiveFigures figures;
    private final Clock clock;

    /**
     * Lets a visit count again as it was last told; asking twice changes nothing more.
     *
     * @throws RuleBroken when somebody else withdrew it
     */
    @Transactional
    public Receipt undo(UUID id, String reason, CurrentUser user) {
        Visit visit = visits.lock(id).orElseThrow(() -> new NotFound("visit", id));
        access.requireChanging(visit, user);
        if (!visit.withdrawn()) {
            return visit.receipt(false);
        }
        if (!user.accountId().equals(versions.lastBy(id))) {
            throw new RuleBroken("visits.error.withdrawn-by-other");
        }
        VisitBody last = versions.last(id);
        LiveFigures.Touched touched =
                new LiveFigures.Touched(Set.of(visit.getHouseholdId()), visit.residents(), Set.of(visit.getTeamId()));
        return figures.during(touched, () -> {
            visit.restore();
            visits.flush();
            versions.append(visit, "CORRECTED", null, last, reason, user.accountId(), clock.instant());
            news.corrected(visit, last, reason);
            return visit.receipt(true);
        });
    }
}
