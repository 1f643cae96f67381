package vn.tungnha.papers;

import org.jspecify.annotations.Nullable;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.units.UnitLevel;

/** A paper is written, sent and numbered by those whose report it is; those above look at it. */
final class PaperRights {

    private PaperRights() {}

    /** @param level of the unit; null for a team */
    static boolean writes(@Nullable UnitLevel level, CurrentUser user) {
        if (level == null) {
            return user.has(Role.TEAM_LEADER, Role.WARD_OFFICER, Role.WARD_LEADER);
        }
        return switch (level) {
            case COMMUNE -> user.has(Role.WARD_OFFICER, Role.WARD_LEADER);
            case DISTRICT, AREA -> user.has(Role.DISTRICT_OFFICER, Role.PROVINCE_OFFICER);
            case PROVINCE -> user.has(Role.PROVINCE_OFFICER);
            case VILLAGE -> false;
        };
    }
}
