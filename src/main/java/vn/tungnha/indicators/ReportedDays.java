package vn.tungnha.indicators;

import vn.tungnha.shared.Period;
import vn.tungnha.units.UnitView;

/** Offered by whoever keeps the reporting calendars of provinces. */
public interface ReportedDays {

    /** The days a unit's province reports a month, quarter or year by; the period itself where it goes by the calendar. */
    Period of(Period named, UnitView unit);
}
