package vn.tungnha.activities;

import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.shared.Days;

/** Who runs a campaign: officials of its place, or of a place around it; the leader of the team whose own it is. */
@Component
@RequiredArgsConstructor
class CampaignAccess {

    private final ScopeGuard guard;
    private final ActivityAccess access;
    private final Clock clock;

    boolean mayRun(@Nullable Long unit, @Nullable Long team, CurrentUser user) {
        return unit == null
                ? team != null && access.mayLead(team, Days.today(clock), user)
                : guard.covers(user.as(ActivityAccess.OFFICIALS).scope(), Data.FIGURES, unit);
    }
}
