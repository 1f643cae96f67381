package vn.tungnha.indicators;

import java.time.LocalDate;
import vn.tungnha.units.UnitView;

/**
 * A unit or a team that has something to reach.
 *
 * @param code of the unit; the id of a team
 * @param bornOn first day of its life
 * @param endedOn last day of its life, included
 */
public record TargetPlace(long id, boolean team, String code, String name, LocalDate bornOn, LocalDate endedOn) {

    public static TargetPlace of(UnitView unit) {
        return new TargetPlace(unit.id(), false, unit.code(), unit.name(), unit.validFrom(), unit.validTo());
    }

    public Key key() {
        return new Key(id, team);
    }

    /** What tells places apart: units and teams are numbered independently. */
    public record Key(long id, boolean team) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            return team == other.team ? Long.compare(id, other.id) : Boolean.compare(team, other.team);
        }
    }
}
