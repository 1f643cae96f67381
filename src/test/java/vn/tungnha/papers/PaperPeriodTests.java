package vn.tungnha.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperPeriodTests {

    @ParameterizedTest
    @CsvSource({
        "2024-09, tháng 9 năm 2024, 2024-08, 2023-09, 2024-10",
        "2024-01, tháng 1 năm 2024, 2023-12, 2023-01, 2024-02",
        "2024-Q3, quý III năm 2024, 2024-Q2, 2023-Q3, 2024-Q4",
        "2024-H1, 6 tháng đầu năm 2024, 2023-H2, 2023-H1, 2024-H2",
        "2024-H2, 6 tháng cuối năm 2024, 2024-H1, 2023-H2, 2025-H1",
        "2024, năm 2024, 2023, 2023, 2025"
    })
    void knowsItsNeighbours(String code, String words, String previous, String lastYear, String next) {
        PaperPeriod period = PaperPeriod.parse(code).orElseThrow();

        assertThat(period.words()).isEqualTo(words);
        assertThat(period.previous().code()).isEqualTo(previous);
        assertThat(period.sameLastYear().code()).isEqualTo(lastYear);
        assertThat(period.next().code()).isEqualTo(next);
    }

    @Test
    void coversHalfAYear() {
        PaperPeriod half = PaperPeriod.parse("2024-H2").orElseThrow();

        assertThat(half.named().first()).isEqualTo(LocalDate.of(2024, 7, 1));
        assertThat(half.named().last()).isEqualTo(LocalDate.of(2024, 12, 31));
        assertThat(PaperPeriod.parse("2024-H3")).isEmpty();
        assertThat(PaperPeriod.parse("năm ngoái")).isEmpty();
    }
}
