package vn.tungnha.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PaceTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void judgesByTheLastLog() {
        assertThat(Pace.on(TODAY, TODAY.minusDays(3)).pace()).isEqualTo(Pace.REGULAR);
        assertThat(Pace.on(TODAY, TODAY.minusDays(4)).pace()).isEqualTo(Pace.SPARSE);
        assertThat(Pace.on(TODAY, TODAY.minusDays(13)).pace()).isEqualTo(Pace.SPARSE);
        assertThat(Pace.on(TODAY, TODAY.minusDays(17)))
                .isEqualTo(new TeamRow.Activity(Pace.STOPPED, TODAY.minusDays(17), 17));
        assertThat(Pace.on(TODAY, null).pace()).isEqualTo(Pace.NEVER);
    }
}
