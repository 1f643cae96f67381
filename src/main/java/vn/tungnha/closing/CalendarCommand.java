package vn.tungnha.closing;

import java.time.YearMonth;

/**
 * How a province reports from a month on.
 *
 * @param from first reported month that is cut this way
 * @param teamDays days after a period's last until teams must have handed in, 0 to 60
 * @param wardDays the same until wards must have locked, not fewer
 * @param sure whether somebody has seen that days count twice or never
 */
public record CalendarCommand(
        long provinceId, YearMonth from, CutOff cutOff, int teamDays, int wardDays, boolean sure) {}
