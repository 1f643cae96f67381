package vn.tungnha.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RoundTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    @Test
    void startsWithAppointmentsThenWalksOnFromTheLastAlley() {
        Stop first = stop("Kiệt 1", "2", null, null);
        Stop here = stop("Kiệt 2", "4", null, null);
        Stop appointed = stop("Kiệt 3", "6", Outcome.ABSENT, Instant.parse("2026-11-21T02:00:00Z"));
        Stop later = stop("Kiệt 3", "8", Outcome.FOLLOW_UP, Instant.parse("2026-11-25T02:00:00Z"));
        Stop met = stop("Kiệt 2", "2", Outcome.MET, null);

        Round round = new Round(DAY, List.of(first, met, here, appointed, later), Map.of(), "Kiệt 2");

        assertThat(round.next()).containsExactly(appointed, here, first);
        assertThat(round.planned()).isEqualTo(3);
    }

    private static Stop stop(String alley, String number, Outcome state, Instant followUp) {
        return new Stop(
                UUID.randomUUID(), alley, number, "Lê Thị Bông", 3, state, state, null, null, followUp, false, false);
    }
}
