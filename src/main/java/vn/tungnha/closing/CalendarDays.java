package vn.tungnha.closing;

import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.indicators.ReportedDays;
import vn.tungnha.shared.Period;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** The days of a period by the calendar of the province a unit belongs to. */
@Component
@RequiredArgsConstructor
class CalendarDays implements ReportedDays {

    private final ReportCalendar calendar;
    private final Units units;

    @Override
    public Period of(Period named, UnitView unit) {
        return calendar.of(named, within(unit, named.last())).days();
    }

    /** An area has no province above it, its communes have. */
    private long within(UnitView unit, LocalDate day) {
        if (unit.level() != UnitLevel.AREA) {
            return unit.id();
        }
        LocalDate alive =
                day.isAfter(unit.validTo()) ? unit.validTo() : day.isBefore(unit.validFrom()) ? unit.validFrom() : day;
        return units.children(unit.id(), alive).stream()
                .findFirst()
                .map(UnitView::id)
                .orElse(unit.id());
    }
}
