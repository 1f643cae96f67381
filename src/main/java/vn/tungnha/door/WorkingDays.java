package vn.tungnha.door;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Days on which offices work: not Saturdays, Sundays and the days off that are rows. */
@Component
@RequiredArgsConstructor
class WorkingDays {

    private final JdbcClient jdbc;

    /** The day by which something that came on a day has to be done; the day itself does not count. */
    LocalDate after(LocalDate day, int days) {
        return after(
                day,
                days,
                new HashSet<>(jdbc.sql("select day from day_off where day > ?")
                        .param(day)
                        .query(LocalDate.class)
                        .list()));
    }

    static LocalDate after(LocalDate day, int days, Set<LocalDate> off) {
        LocalDate at = day;
        int left = days;
        while (left > 0) {
            at = at.plusDays(1);
            boolean weekend = at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY;
            if (!weekend && !off.contains(at)) {
                left--;
            }
        }
        return at;
    }
}
