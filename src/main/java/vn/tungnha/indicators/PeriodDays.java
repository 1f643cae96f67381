package vn.tungnha.indicators;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.units.UnitView;

/** Periods by their names as the days to count: those of the calendar, or those a unit's province reports them by. */
@Component
@RequiredArgsConstructor
public class PeriodDays {

    private final Optional<ReportedDays> calendar;

    /** @param days {@code reported}; {@code calendar} or nothing leaves the periods as they are */
    public List<Period> of(List<Period> named, @Nullable String days, UnitView unit) {
        return reported(days)
                ? named.stream().map(period -> reported(period, unit)).toList()
                : named;
    }

    /** @throws RuleBroken at {@code days} for anything that is neither */
    public static boolean reported(@Nullable String days) {
        if (days == null || days.isBlank() || days.equals("calendar")) {
            return false;
        }
        if (days.equals("reported")) {
            return true;
        }
        throw RuleBroken.at("days", "indicators.error.days");
    }

    /** A run of months goes from where its first month begins to where its last one ends. */
    private Period reported(Period named, UnitView unit) {
        if (calendar.isEmpty()) {
            return named;
        }
        ReportedDays days = calendar.get();
        if (named.grain() != Period.Grain.CUMULATIVE) {
            return days.of(named, unit);
        }
        Period first = days.of(Period.month(YearMonth.from(named.first())), unit);
        Period last = days.of(Period.month(YearMonth.from(named.last())), unit);
        return Period.between(first.first(), last.last());
    }
}
