package vn.tungnha.reports;

import java.time.LocalDate;
import vn.tungnha.units.UnitLevel;

/**
 * A time in which a unit was made of the same communes.
 *
 * @param unitId the unit of that time: a former district, then the area that continues it
 * @param communes how many it had
 */
public record Era(long unitId, String code, UnitLevel level, LocalDate from, LocalDate to, int communes) {

    public boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
