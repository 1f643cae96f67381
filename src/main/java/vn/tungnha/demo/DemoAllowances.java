package vn.tungnha.demo;

import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Days;

/** Made-up plans: the teams go out together on Saturdays, so that last month's sheets have money in them. */
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoAllowances {

    private static final String TITLE = "Ra quân Thứ Bảy hỗ trợ người dân (minh họa)";

    private final JdbcClient sql;

    /** Before last month is locked, or its sheet would not know of them. */
    void write(LocalDate today, List<Ward> wards) {
        LocalDate from = YearMonth.from(today).minusMonths(2).atDay(1);
        List<Long> communes =
                wards.stream().map(it -> it.communeOn(today)).distinct().toList();
        UUID officer = sql.sql("select id from account where username = 'tanchinh'")
                .query(UUID.class)
                .single();
        from.datesUntil(today.plusDays(1))
                .filter(it -> it.getDayOfWeek() == DayOfWeek.SATURDAY)
                .forEach(day -> communes.forEach(commune -> sql.sql("""
                                insert into planned_day (id, unit_id, day, title, document, made_by, made_at)
                                values (:id, :commune, :day, :title, '15/KH-UBND', :officer, :at)
                                """)
                        .param("id", UUID.randomUUID())
                        .param("commune", commune)
                        .param("day", day)
                        .param("title", TITLE)
                        .param("officer", officer)
                        .param(
                                "at",
                                Timestamp.from(day.minusDays(5)
                                        .atTime(LocalTime.of(9, 0))
                                        .atZone(Days.ZONE)
                                        .toInstant()))
                        .update()));
    }
}
