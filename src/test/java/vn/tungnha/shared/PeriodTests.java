package vn.tungnha.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTests {

    @ParameterizedTest
    @CsvSource({
        // a month, a quarter and a year cut on the 15th
        "2026-09-15, 2026-10-14, 2026-08-15, 2026-09-14, 2025-09-15, 2025-10-14",
        "2026-12-15, 2027-01-14, 2026-11-15, 2026-12-14, 2025-12-15, 2026-01-14",
        "2026-02-15, 2026-03-14, 2026-01-15, 2026-02-14, 2025-02-15, 2025-03-14",
        "2025-12-15, 2026-03-14, 2025-09-15, 2025-12-14, 2024-12-15, 2025-03-14",
        "2025-12-15, 2026-12-14, 2024-12-15, 2025-12-14, 2024-12-15, 2025-12-14",
        // runs of calendar months
        "2026-01-01, 2026-10-31, 2025-03-01, 2025-12-31, 2025-01-01, 2025-10-31",
        "2026-07-01, 2026-12-31, 2026-01-01, 2026-06-30, 2025-07-01, 2025-12-31",
        "2025-02-01, 2025-02-28, 2025-01-01, 2025-01-31, 2024-02-01, 2024-02-29",
        // any other run of days
        "2026-11-02, 2026-11-22, 2026-10-12, 2026-11-01, 2025-11-02, 2025-11-22",
        "2024-02-29, 2024-02-29, 2024-02-28, 2024-02-28, 2023-02-28, 2023-02-28"
    })
    void comparesARunOfDaysWithOneThatIsAsLong(
            LocalDate first,
            LocalDate last,
            LocalDate firstBefore,
            LocalDate lastBefore,
            LocalDate firstLastYear,
            LocalDate lastLastYear) {
        Period run = Period.between(first, last);

        assertThat(run.previous()).isEqualTo(Period.between(firstBefore, lastBefore));
        assertThat(run.sameLastYear()).isEqualTo(Period.between(firstLastYear, lastLastYear));
    }

    @Test
    void leavesNoDayBetweenRunsCutOnTheFifteenth() {
        Period run = Period.between(LocalDate.of(2026, 9, 15), LocalDate.of(2026, 10, 14));
        for (int i = 0; i < 40; i++) {
            Period before = run.previous();
            assertThat(before.last()).isEqualTo(run.first().minusDays(1));
            assertThat(before.first().getDayOfMonth()).isEqualTo(15);
            assertThat(YearMonth.from(before.first()))
                    .isEqualTo(YearMonth.from(run.first()).minusMonths(1));
            run = before;
        }
    }

    @Test
    void staysInTheCalendarWhereItIsOfTheCalendar() {
        assertThat(Period.month(YearMonth.of(2026, 1)).previous().code()).isEqualTo("2025-12");
        assertThat(Period.quarter(2026, 1).previous().code()).isEqualTo("2025-Q4");
        assertThat(Period.quarter(2026, 1).sameLastYear().code()).isEqualTo("2025-Q1");
        assertThat(Period.year(2026).previous().code()).isEqualTo("2025");
        assertThat(Period.month(YearMonth.of(2024, 2)).sameLastYear()).isEqualTo(Period.month(YearMonth.of(2023, 2)));
    }
}
