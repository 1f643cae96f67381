package vn.tungnha.papers;

import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.teams.TeamView;
import vn.tungnha.units.UnitView;

/** A paper is written, sent and numbered by those whose report it is; those above look at it. */
@Component
@RequiredArgsConstructor
class PaperRights {

    private final ScopeGuard guard;

    boolean writes(PaperPlace place, CurrentUser user) {
        return place.team() != null ? writes(place.team(), user) : writes(place.home(), user);
    }

    boolean writes(TeamView team, CurrentUser user) {
        CurrentUser acting = user.as(Role.TEAM_LEADER, Role.WARD_OFFICER, Role.WARD_LEADER);
        return guard.coversTeam(acting.scope(), team.id(), team.villageIds());
    }

    boolean writes(UnitView unit, CurrentUser user) {
        Set<Role> roles =
                switch (unit.level()) {
                    case COMMUNE -> Set.of(Role.WARD_OFFICER, Role.WARD_LEADER);
                    case DISTRICT, AREA -> Set.of(Role.DISTRICT_OFFICER, Role.PROVINCE_OFFICER);
                    case PROVINCE -> Set.of(Role.PROVINCE_OFFICER);
                    case VILLAGE -> Set.of();
                };
        return guard.covers(user.as(roles).scope(), Data.FIGURES, unit.id());
    }
}
