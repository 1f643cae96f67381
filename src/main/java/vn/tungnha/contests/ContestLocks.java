package vn.tungnha.contests;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.RuleBroken;

/** One change of a contest after the other, by those who run it. */
@Component
@RequiredArgsConstructor
class ContestLocks {

    private final Contests contests;
    private final ContestRows rows;

    ContestView locked(UUID contest, CurrentUser user) {
        rows.lock(contest);
        return contests.run(contest, user);
    }

    /** The same while it is not closed. */
    ContestView changeable(UUID contest, CurrentUser user) {
        ContestView held = locked(contest, user);
        if (held.closed()) {
            throw new RuleBroken("contests.error.closed");
        }
        return held;
    }
}
