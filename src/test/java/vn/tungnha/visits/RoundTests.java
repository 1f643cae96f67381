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

        Round round = new Round(DAY, List.of(first, met, here, appointed, later), Map.of(), "Kiệt 2", null, List.of());

        assertThat(round.next()).containsExactly(appointed, here, first);
        assertThat(round.planned()).isEqualTo(3);
    }

    @Test
    void endsWithHouseholdsMetWhereSomebodyStillLacksAnAccount() {
        Stop unmet = stop("Kiệt 1", "2", Outcome.ABSENT, null);
        Stop lately = met("4", "2026-11-19T02:00:00Z");
        Stop longAgo = met("6", "2026-10-02T02:00:00Z");
        Stop complete = stop("Kiệt 1", "8", Outcome.MET, null);

        Round round = round(List.of(lately, complete, longAgo, unmet), null);

        assertThat(round.next()).containsExactly(unmet, longAgo, lately);
        assertThat(List.of(lately, complete, longAgo, unmet).stream().filter(round::open))
                .containsExactlyInAnyOrder(unmet, longAgo, lately);
    }

    @Test
    void saysWhyAHouseholdIsOnTheList() {
        Stop overdue = stop("Kiệt 1", "2", Outcome.FOLLOW_UP, Instant.parse("2026-11-19T02:00:00Z"));
        Stop later = stop("Kiệt 1", "4", Outcome.FOLLOW_UP, Instant.parse("2026-11-25T02:00:00Z"));
        Stop never = stop("Kiệt 1", "6", Outcome.ABSENT, null);
        Stop lacking = met("8", "2026-10-02T02:00:00Z");
        Stop complete = stop("Kiệt 1", "10", Outcome.MET, null);
        Round round = round(List.of(overdue, later, never, lacking, complete), null);

        assertThat(round.why(overdue)).isEqualTo(Why.DUE);
        assertThat(round.overdue(overdue)).isTrue();
        assertThat(round.why(later)).isNull();
        assertThat(round.why(never)).isEqualTo(Why.NEVER_MET);
        assertThat(round.why(lacking)).isEqualTo(Why.LACKING);
        assertThat(round.why(complete)).isNull();
        assertThat(round.candidates()).containsExactly(overdue, never, lacking);
    }

    @Test
    void leavesOutWhatIsSkippedToday() {
        Stop skipped = new Made().skip("ILL").stop();
        Stop other = new Made().stop();

        Round round = round(List.of(skipped, other), null);

        assertThat(round.next()).containsExactly(other);
        assertThat(round.open(skipped)).isTrue();
    }

    @Test
    void putsOnesOwnPartFirstAndLeavesOthersTheirs() {
        UUID me = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        Stop nobodys = new Made().stop();
        Stop theirs = new Made().of(other).stop();
        Stop mine = new Made().of(me).stop();
        Stop mineDone = new Made().of(me).today().stop();
        List<Stop> stops = List.of(nobodys, theirs, mine, mineDone);

        Round round = round(stops, me);

        assertThat(round.candidates()).containsExactly(mine, nobodys);
        assertThat(round.next()).containsExactly(mine);
        assertThat(round.done()).isEqualTo(1);
        assertThat(round.planned()).isEqualTo(2);
        assertThat(round(stops, other).next()).containsExactly(theirs);
        assertThat(round(stops, UUID.randomUUID()).candidates()).containsExactly(nobodys);
    }

    private static Round round(List<Stop> stops, UUID me) {
        return new Round(DAY, stops, Map.of(), null, me, List.of());
    }

    private static Stop met(String number, String at) {
        return new Made()
                .number(number)
                .state(Outcome.MET)
                .at(Instant.parse(at))
                .lacking()
                .stop();
    }

    private static Stop stop(String alley, String number, Outcome state, Instant followUp) {
        return new Made()
                .alley(alley)
                .number(number)
                .state(state)
                .followUp(followUp)
                .stop();
    }

    private static final class Made {

        private String alley = "Kiệt 1";
        private String number = "2";
        private Outcome state;
        private Instant at;
        private Instant followUp;
        private boolean today;
        private String skip;
        private UUID member;
        private Map<String, Integer> lacks = Map.of();

        Made alley(String alley) {
            this.alley = alley;
            return this;
        }

        Made number(String number) {
            this.number = number;
            return this;
        }

        Made state(Outcome state) {
            this.state = state;
            return this;
        }

        Made at(Instant at) {
            this.at = at;
            return this;
        }

        Made followUp(Instant followUp) {
            this.followUp = followUp;
            return this;
        }

        Made today() {
            today = true;
            return this;
        }

        Made skip(String reason) {
            skip = reason;
            return this;
        }

        Made of(UUID member) {
            this.member = member;
            return this;
        }

        Made lacking() {
            lacks = Map.of("E_ID_L2", 1);
            return this;
        }

        Stop stop() {
            return new Stop(
                    UUID.randomUUID(),
                    alley,
                    number,
                    "Lê Thị Bông",
                    3,
                    state == Outcome.MET,
                    state,
                    state,
                    at,
                    null,
                    followUp,
                    today,
                    skip,
                    member,
                    lacks);
        }
    }
}
