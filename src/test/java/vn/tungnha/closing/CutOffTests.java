package vn.tungnha.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tungnha.shared.Period;

class CutOffTests {

    /** Decree 09/2019/NĐ-CP: month, quarter, half and year end on the 14th. */
    @ParameterizedTest
    @CsvSource({
        "CALENDAR, 2026-02, 2026-02-01, 2026-02-28",
        "CALENDAR, 2026-Q3, 2026-07-01, 2026-09-30",
        "MID_MONTH, 2026-03, 2026-02-15, 2026-03-14",
        "MID_MONTH, 2026-01, 2025-12-15, 2026-01-14",
        "MID_MONTH, 2026-Q1, 2025-12-15, 2026-03-14",
        "MID_MONTH, 2026-Q4, 2026-09-15, 2026-12-14",
        "MID_MONTH, 2026, 2025-12-15, 2026-12-14"
    })
    void cutsWhereTheDecreeSays(CutOff cutOff, String code, LocalDate first, LocalDate last) {
        Period named = Period.parse(code).orElseThrow();

        assertThat(cutOff.first(named)).isEqualTo(first);
        assertThat(cutOff.last(named)).isEqualTo(last);
    }

    /** A province that changes its cut-off from January on. */
    @ParameterizedTest
    @CsvSource({
        "CALENDAR, MID_MONTH, 2025-12-15, 2025-12-31, true",
        "MID_MONTH, CALENDAR, 2025-12-15, 2025-12-31, false",
        "CALENDAR, CALENDAR, , ,",
        "MID_MONTH, MID_MONTH, , ,"
    })
    void findsTheDaysThatAChangedCutOffCountsTwiceOrNever(
            CutOff before, CutOff after, @Nullable LocalDate first, @Nullable LocalDate last, @Nullable Boolean twice) {
        Period january = Period.parse("2026-01").orElseThrow();

        Optional<Seam> seam = Seam.between(before.last(january.previous()), after.first(january));

        assertThat(seam).isEqualTo(first == null ? Optional.empty() : Optional.of(new Seam(first, last, twice)));
    }

    @ParameterizedTest
    @CsvSource({
        "CALENDAR, 2026-10-31, 2026-10",
        "MID_MONTH, 2026-10-14, 2026-10",
        "MID_MONTH, 2026-10-15, 2026-11",
        "MID_MONTH, 2026-12-20, 2027-01"
    })
    void knowsTheMonthOfADay(CutOff cutOff, LocalDate day, String code) {
        assertThat(cutOff.monthOf(day).code()).isEqualTo(code);
    }
}
