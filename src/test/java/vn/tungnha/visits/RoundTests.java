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

    @Test
    void endsWithHouseholdsMetWhereSomebodyStillLacksAnAccount() {
        Stop unmet = stop("Kiệt 1", "2", Outcome.ABSENT, null);
        Stop lately = met("4", "2026-11-19T02:00:00Z");
        Stop longAgo = met("6", "2026-10-02T02:00:00Z");
        Stop complete = stop("Kiệt 1", "8", Outcome.MET, null);

        Round round = new Round(DAY, List.of(lately, complete, longAgo, unmet), Map.of(), null);

        assertThat(round.next()).containsExactly(unmet, longAgo, lately);
        assertThat(round.open()).containsExactlyInAnyOrder(unmet.id(), longAgo.id(), lately.id());
    }

    private static Stop met(String number, String at) {
        return new Stop(
                UUID.randomUUID(),
                "Kiệt 1",
                number,
                "Lê Thị Bông",
                3,
                Outcome.MET,
                Outcome.MET,
                Instant.parse(at),
                null,
                null,
                false,
                false,
                true);
    }

    private static Stop stop(String alley, String number, Outcome state, Instant followUp) {
        return new Stop(
                UUID.randomUUID(),
                alley,
                number,
                "Lê Thị Bông",
                3,
                state,
                state,
                null,
                null,
                followUp,
                false,
                false,
                false);
    }
}
