package vn.tungnha.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.RuleBroken;

class FeedQueryTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void rollsOnWithTheCalendar() {
        assertThat(query(null, null, null).periods())
                .extracting(Period::code)
                .startsWith("2025-12")
                .endsWith("2026-11")
                .hasSize(12);
        assertThat(query("2016-12", "2026-11", "now").periods()).hasSize(120);
    }

    @ParameterizedTest
    @CsvSource({
        "-999999999-01,,,from",
        "0001-01,,,from",
        "2016-11,2026-11,,from",
        "2026-11,2026-10,,from",
        "2026-11,+999999999-12,,to",
        "2026-11,9999-12,,to",
        "2026-11,,+999999999-12-31,structure",
        "2026-11,,-0044-03-15,structure"
    })
    void refusesMoreThanAnybodyReads(String from, @Nullable String to, @Nullable String structure, String field) {
        assertThatThrownBy(() -> query(from, to, structure))
                .isInstanceOfSatisfying(RuleBroken.class, broken -> assertThat(broken.getField())
                        .isEqualTo(field));
    }

    private static FeedQuery query(@Nullable String from, @Nullable String to, @Nullable String structure) {
        return FeedQuery.of("20212", false, null, from, to, "month", structure, null, TODAY);
    }
}
