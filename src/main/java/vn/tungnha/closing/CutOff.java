package vn.tungnha.closing;

import java.time.LocalDate;
import java.time.YearMonth;
import vn.tungnha.shared.Period;

/** Where a province cuts its periods. */
public enum CutOff {

    /** The first to the last day of the calendar month, quarter, year. */
    CALENDAR,

    /** From the 15th of the month before to the 14th of the last month: Decree 09/2019/NĐ-CP. */
    MID_MONTH;

    private static final int FIRST = 15;

    LocalDate first(Period period) {
        return this == CALENDAR
                ? period.first()
                : YearMonth.from(period.first()).minusMonths(1).atDay(FIRST);
    }

    LocalDate last(Period period) {
        return this == CALENDAR ? period.last() : YearMonth.from(period.last()).atDay(FIRST - 1);
    }

    /** The month a day is reported in. */
    Period monthOf(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        return Period.month(this == MID_MONTH && day.getDayOfMonth() >= FIRST ? month.plusMonths(1) : month);
    }
}
