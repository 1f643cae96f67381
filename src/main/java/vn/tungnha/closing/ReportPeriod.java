package vn.tungnha.closing;

import java.time.LocalDate;
import vn.tungnha.shared.Period;

/**
 * A period as a province reports it.
 *
 * @param named its name and code: a month, quarter or year
 * @param first first day it covers, by the province's cut-off
 * @param last last day, included
 * @param teamDue last day for teams to hand in
 * @param wardDue last day for wards to lock
 */
public record ReportPeriod(Period named, LocalDate first, LocalDate last, LocalDate teamDue, LocalDate wardDue) {

    public String code() {
        return named.code();
    }

    /** The days to count: the named period itself where it is a calendar one, so that targets and distinct counts match. */
    public Period days() {
        return first.equals(named.first()) && last.equals(named.last()) ? named : Period.between(first, last);
    }

    /** Only as far as the unit existed; due when the whole is. What ended before, or goes on, keeps the whole. */
    public ReportPeriod until(LocalDate end) {
        return end.isBefore(first) || !end.isBefore(last)
                ? this
                : new ReportPeriod(named, first, end, teamDue, wardDue);
    }

    public boolean isOver(LocalDate today) {
        return today.isAfter(last);
    }
}
