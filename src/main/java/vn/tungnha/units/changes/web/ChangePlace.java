package vn.tungnha.units.changes.web;

import org.jspecify.annotations.Nullable;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;

/**
 * Where the units of a change lie: villages in a ward, communes or areas in a province, provinces in the country.
 *
 * @param at as addresses and forms write it: the code of the ward or province, {@code 48.AREA}, or {@code VN}
 * @param unit null for the whole country
 * @param level of the units that can be chosen there
 */
record ChangePlace(String at, @Nullable UnitView unit, UnitLevel level, String fullName) {

    static final String COUNTRY = "VN";
    static final String AREAS = ".AREA";

    /** Under which a new unit is founded; provinces and areas stand alone. */
    @Nullable
    Long parent() {
        return unit == null || level == UnitLevel.AREA ? null : unit.id();
    }

    boolean village() {
        return level == UnitLevel.VILLAGE;
    }
}
