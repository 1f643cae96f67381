package vn.tungnha.door;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.shared.OutOfScope;

/** Who answers: the ward that was asked, and the team it was given to. */
@Component
@RequiredArgsConstructor
class RequestAccess {

    static final List<Role> WARD = List.of(Role.ADMIN, Role.WARD_OFFICER, Role.WARD_LEADER);

    private final ScopeGuard guard;

    /** @throws OutOfScope for everybody but the ward */
    void requireWard(RequestView request, CurrentUser user) {
        if (!guard.covers(user.as(WARD).scope(), Data.PEOPLE, request.wardId())) {
            throw new OutOfScope("request", request.id());
        }
    }

    /** @throws OutOfScope for everybody but the ward and the team it is with */
    void require(RequestView request, CurrentUser user) {
        if (!ofTeam(request, user)) {
            requireWard(request, user);
        }
    }

    boolean ofTeam(RequestView request, CurrentUser user) {
        return request.teamId() != null
                && user.as(Role.TEAM_LEADER, Role.TEAM_MEMBER).scope().teams().contains(request.teamId());
    }
}
