package vn.tungnha.papers;

import org.jspecify.annotations.Nullable;
import vn.tungnha.teams.TeamView;
import vn.tungnha.units.UnitView;

/**
 * Whose report it is: a unit's or a team's; exactly one is there.
 *
 * @param home the commune a team belongs to; the unit itself otherwise
 * @param province the province it lies in, null where it is not known
 */
public record PaperPlace(
        @Nullable UnitView unit,
        @Nullable TeamView team,
        UnitView home,
        @Nullable UnitView province) {

    public String name() {
        return team != null ? team.name() : home.fullName();
    }

    @Nullable
    Long unitId() {
        return unit == null ? null : unit.id();
    }

    @Nullable
    Long teamId() {
        return team == null ? null : team.id();
    }

    /** Its part of an address. */
    public String query() {
        return team != null ? "team=" + team.id() : "unit=" + home.code();
    }
}
