package vn.tungnha.closing;

import java.time.LocalDate;

/** How a province cuts the periods that end from one day to another. */
public record CalendarView(LocalDate validFrom, LocalDate validTo, CutOff cutOff, int teamDays, int wardDays) {}
