package vn.tungnha.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class VnTests {

    private final Vn vi = Vn.in(Locale.forLanguageTag("vi"));
    private final Vn en = Vn.in(Locale.ENGLISH);

    @Test
    void writesNumbersTheVietnameseWay() {
        assertThat(vi.number(13781)).isEqualTo("13.781");
        assertThat(vi.percent(1234.5)).isEqualTo("1.234,5%");
        assertThat(vi.percent(new BigDecimal("138.43"), 2)).isEqualTo("138,43%");
        assertThat(vi.number(88.45, 1)).isEqualTo("88,5");
        assertThat(en.percent(1234.5)).isEqualTo("1,234.5%");
    }

    @Test
    void writesAChangeWithItsSignAndATrueMinus() {
        assertThat(vi.points(1.1, 1)).isEqualTo("+1,1 điểm");
        assertThat(vi.points(-0.2, 1)).isEqualTo("\u22120,2 điểm");
        assertThat(vi.points(-0.04, 1)).isEqualTo("0,0 điểm");
        assertThat(vi.points(-0.2, 2)).isEqualTo("\u22120,20 điểm");
        assertThat(vi.signed(581, 0)).isEqualTo("+581");
        assertThat(en.points(-0.2, 1)).isEqualTo("\u22120.2 points");
    }

    @Test
    void writesAnUnknownAsADash() {
        assertThat(vi.number(null)).isEqualTo("–");
        assertThat(vi.percent(null)).isEqualTo("–");
        assertThat(vi.day(Days.FOREVER)).isEqualTo("–");
        assertThat(vi.fraction(null, null)).isEqualTo("–");
        assertThat(vi.fraction(null, 240)).isEqualTo("–/240");
        assertThat(vi.fraction(12523, 14150)).isEqualTo("12.523/14.150");
    }

    @Test
    void writesDaysAndTimesOfVietNam() {
        Instant evening = Instant.parse("2024-09-28T17:30:00Z");

        assertThat(vi.moment(evening)).isEqualTo("00:30, 29/09/2024");
        assertThat(vi.time(LocalTime.of(9, 5))).isEqualTo("09:05");
        assertThat(vi.weekdayAndDay(LocalDate.of(2024, 9, 28))).isEqualTo("Thứ Bảy, 28/09/2024");
        assertThat(en.weekday(LocalDate.of(2024, 9, 29).getDayOfWeek())).isEqualTo("Sunday");
    }
}
