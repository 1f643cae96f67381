package vn.tungnha.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.indicators.Counters;
import vn.tungnha.shared.Days;

/** What happened elsewhere while something waited on a phone, after the threads in which others lost it. */
@SharedApplication
class ReplayTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Logins logins;

    @Autowired
    private Counters counters;

    @Autowired
    private Visits visits;

    @Autowired
    private Rounds rounds;

    @Autowired
    private ApplicationEventPublisher events;

    private FieldFixture field;
    private Phone phone;
    private final LocalDate today = LocalDate.now(Days.ZONE);

    @BeforeEach
    void layOutAWard() {
        field = FieldFixture.in(jdbc);
        phone = new Phone(mvc, logins, field.leaderAccount).seenAt(at(7));
    }

    /** medic/cht-core 5701: edits were lost when a contact was moved before they were synchronised. */
    @Test
    void householdMovedWhileAVisitWaits() {
        long elsewhere = field.moveOn(today.minusDays(2));
        VisitCommand before =
                field.aVisit().at(at(5)).activating(field.adult, "E_ID_L2").command();
        VisitCommand after = field.aVisit().at(at(1)).command();

        assertThat(phone.sends(before))
                .as("where it was that day")
                .hasStatus(HttpStatus.CREATED)
                .bodyJson()
                .hasPathSatisfying("$.receipt.status", it -> assertThat(it).isEqualTo("RECORDED"))
                .hasPathSatisfying("$.notes[0].code", it -> assertThat(it).isEqualTo("MOVED_SINCE"));
        assertThat(phone.sends(after))
                .as("the phone could not know")
                .hasStatus(HttpStatus.CREATED)
                .bodyJson()
                .hasPathSatisfying("$.receipt.status", it -> assertThat(it).isEqualTo("NEEDS_ATTENTION"))
                .hasPathSatisfying("$.held", it -> assertThat(it).isEqualTo(false))
                .hasPathSatisfying("$.notes[0].code", it -> assertThat(it).isEqualTo("MOVED"));

        assertThat(figure(field.village, "VISITS")).isEqualTo(1);
        assertThat(figure(elsewhere, "VISITS")).isEqualTo(1);
        assertThat(figure(elsewhere, "E_ID_L2_HOLDERS"))
                .as("where the person lives")
                .isEqualTo(1);
        assertCountersAreRight();
    }

    @Test
    void householdMovedOutOfTheWardWhileAVisitWaits() {
        FieldFixture other = FieldFixture.in(jdbc);
        field.moveTo(other.village, today.minusDays(2));

        assertThat(phone.sends(field.aVisit().at(at(1)).command()))
                .bodyJson()
                .hasPathSatisfying("$.receipt.status", it -> assertThat(it).isEqualTo("NEEDS_ATTENTION"));
        assertThat(phone.seenAt(at(0)).sends(field.aVisit().at(at(0)).command()))
                .as("a phone that looked after the move was never shown this household")
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    /** medic/cht-core 5701 again, with the place itself gone instead of the household. */
    @Test
    void unitMergedWhileAVisitWaits() {
        long heir = field.mergeVillage(today.minusDays(3));

        assertThat(phone.sends(field.aVisit()
                        .at(at(1))
                        .activating(field.adult, "E_ID_L2")
                        .command()))
                .hasStatus(HttpStatus.CREATED)
                .bodyJson()
                .hasPathSatisfying("$.receipt.status", it -> assertThat(it).isEqualTo("RECORDED"))
                .hasPathSatisfying("$.place", it -> assertThat(it).isEqualTo("Phường Thanh Khê"));
        UUID fresh = UUID.randomUUID();
        assertThat(phone.sends(field.aVisit()
                        .at(at(1))
                        .founding(fresh, field.villageCode(), "21")
                        .command()))
                .as("a household found in the village that is no more")
                .hasStatus(HttpStatus.CREATED);

        assertThat(jdbc.sql("select village_id from household where id = ?")
                        .param(fresh)
                        .query(Long.class)
                        .single())
                .isEqualTo(heir);
        assertCountersAreRight();
    }

    @Test
    void villageClosedWithoutSuccessorWhileAVisitWaits() {
        field.closeVillage(today.minusDays(3));

        assertThat(phone.sends(field.aVisit().at(at(1)).command()))
                .bodyJson()
                .hasPathSatisfying("$.notes[0].code", it -> assertThat(it).isEqualTo("CLOSED"));
        assertHeld(
                phone.sends(field.aVisit()
                        .at(at(1))
                        .founding(UUID.randomUUID(), field.villageCode(), "21")
                        .command()),
                "VILLAGE_CLOSED");
        assertCountersAreRight();
    }

    @Test
    void villageSplitWhileAVisitToANewHouseholdWaits() {
        field.splitVillage(today.minusDays(3));

        assertHeld(
                phone.sends(field.aVisit()
                        .at(at(5))
                        .founding(UUID.randomUUID(), field.villageCode(), "21")
                        .command()),
                "VILLAGE_CLOSED");
        assertHeld(
                phone.sends(field.aVisit()
                        .at(at(1))
                        .founding(UUID.randomUUID(), field.villageCode(), "23")
                        .command()),
                "VILLAGE_CLOSED");
        assertCountersAreRight();
    }

    @Test
    void householdJoinedAnotherOrEndedWhileAVisitWaits() {
        UUID other = field.anotherHousehold("16");
        VisitCommand before = field.aVisit().at(at(5)).command();
        VisitCommand after =
                field.aVisit().at(at(1)).activating(field.adult, "E_ID_L2").command();
        field.join(other, today.minusDays(2));

        assertThat(phone.sends(before)).hasStatus(HttpStatus.CREATED);
        assertHeld(phone.sends(after), "HOUSEHOLD_JOINED");
        assertHeld(phone.sends(after), "HOUSEHOLD_JOINED");

        assertThat(count("held_visit", after.id())).isEqualTo(1);
        assertThat(figure(field.village, "VISITS"))
                .as("nothing is counted that nobody decided")
                .isEqualTo(1);
        assertThat(phone.asks(after.id())).bodyJson().hasPathSatisfying("$[0].status", it -> assertThat(it)
                .isEqualTo("NEEDS_ATTENTION"));
        assertCountersAreRight();
    }

    @Test
    void peopleMovedLeftOrDiedWhileAVisitWaits() {
        UUID other = field.anotherHousehold("16");
        field.moveResident(field.adult, other, today.minusDays(2));
        field.gone(field.elder, "DECEASED", today.minusDays(2));

        assertThat(phone.sends(field.aVisit()
                        .at(at(1))
                        .activating(field.adult, "E_ID_L2")
                        .command()))
                .as("who moved out may have been there")
                .bodyJson()
                .hasPathSatisfying("$.receipt.status", it -> assertThat(it).isEqualTo("NEEDS_ATTENTION"))
                .hasPathSatisfying("$.notes[0].code", it -> assertThat(it).isEqualTo("PERSON"));
        assertHeld(
                phone.sends(field.aVisit()
                        .at(at(1))
                        .activating(field.elder, "E_ID_L2")
                        .command()),
                "PERSON_DECEASED");
        assertThat(phone.sends(field.aVisit()
                        .at(at(4))
                        .activating(field.elder, "E_ID_L2")
                        .command()))
                .as("alive that day")
                .bodyJson()
                .hasPathSatisfying("$.receipt.status", it -> assertThat(it).isEqualTo("RECORDED"));
        assertHeld(
                phone.sends(field.aVisit()
                        .at(at(1))
                        .activating(UUID.randomUUID(), "E_ID_L2")
                        .command()),
                "PERSON_UNKNOWN");
        assertCountersAreRight();
    }

    @Test
    void teamMergedOrDissolvedWhileAVisitWaits() {
        long heir = field.mergeTeam(today.minusDays(3));

        assertThat(phone.sends(field.aVisit().at(at(1)).command()))
                .bodyJson()
                .hasPathSatisfying("$.notes[0].code", it -> assertThat(it).isEqualTo("CLOSED"));
        assertThat(jdbc.sql("select count(*) from visit where team_id = ?")
                        .param(heir)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        FieldFixture gone = FieldFixture.in(jdbc);
        gone.dissolveTeam(today.minusDays(3));
        Phone theirs = new Phone(mvc, logins, gone.leaderAccount).seenAt(at(7));
        assertThat(theirs.sends(gone.aVisit().at(at(5)).command())).hasStatus(HttpStatus.CREATED);
        assertHeld(theirs.sends(gone.aVisit().at(at(1)).command()), "TEAM_ENDED");
        assertCountersAreRight();
    }

    @Test
    void memberLeftWhileAVisitWaits() {
        VisitCommand visit = field.aVisit().by(field.leaderMember).at(at(1)).command();
        field.leave(today.minusDays(2));

        assertThat(phone.sends(visit))
                .bodyJson()
                .hasPathSatisfying("$.receipt.status", it -> assertThat(it).isEqualTo("NEEDS_ATTENTION"))
                .hasPathSatisfying("$.notes[0].code", it -> assertThat(it).isEqualTo("MEMBER"));
        assertThat(phone.sends(visit)).as("and its receipt once more").hasStatus(HttpStatus.OK);
    }

    @Test
    void reasonSwitchedOffWhileAVisitWaits() {
        jdbc.sql("insert into failure_reason (code, name_vi, name_en, enabled, position)"
                        + " values ('OLD_REASON', 'Cũ', 'Old', false, 99) on conflict do nothing")
                .update();

        events.publishEvent(new Catalogue.CatalogueChanged("OLD_REASON"));

        assertThat(phone.sends(field.aVisit()
                        .telling(field.adult, "E_PAYMENT", Result.FAILED, "OLD_REASON")
                        .command()))
                .hasStatus(HttpStatus.CREATED);
        assertThat(phone.sends(field.aVisit()
                        .telling(field.adult, "NEVER_WAS", Result.FAILED)
                        .command()))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void twoPhonesFindTheSameNewHousehold() {
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();

        assertThat(phone.sends(
                        field.aVisit().founding(one, field.villageCode(), "99").command()))
                .bodyJson()
                .hasPathSatisfying("$.receipt.status", it -> assertThat(it).isEqualTo("RECORDED"));
        assertThat(new Phone(mvc, logins, field.memberAccount())
                        .sends(field.aVisit()
                                .founding(other, field.villageCode(), "99")
                                .command()))
                .bodyJson()
                .hasPathSatisfying("$.notes[0].code", it -> assertThat(it).isEqualTo("SAME_ADDRESS"));
    }

    /** getodk/central 699: updates that came before what they update were held where nobody saw them. */
    @Test
    void updatesArrivingOutOfOrder() {
        UUID fresh = UUID.randomUUID();
        VisitCommand founding = field.aVisit()
                .at(at(2))
                .founding(fresh, field.villageCode(), "31")
                .command();
        VisitCommand next = field.aVisit()
                .at(at(1))
                .atHousehold(fresh)
                .outcome(Outcome.ABSENT)
                .command();
        VisitCommand corrected = field.aVisit()
                .id(next.id())
                .at(at(1))
                .atHousehold(fresh)
                .note("Hẹn tối")
                .command();

        assertHeld(phone.corrects(UUID.randomUUID(), 1, corrected), "EARLY");
        assertHeld(phone.sends(next), "HOUSEHOLD_UNKNOWN");
        assertThat(phone.sends(founding)).hasStatus(HttpStatus.CREATED);

        assertThat(phone.asks(founding.id(), next.id()))
                .bodyJson()
                .hasPathSatisfying("$[0].status", it -> assertThat(it).isEqualTo("RECORDED"))
                .hasPathSatisfying("$[1].status", it -> assertThat(it).isIn("RECORDED", "CORRECTED"));
        assertThat(jdbc.sql("select count(*) from visit where household_id = ?")
                        .param(fresh)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(phone.sends(next)).hasStatus(HttpStatus.OK);
        assertThat(jdbc.sql("select note from visit where id = ?")
                        .param(next.id())
                        .query(String.class)
                        .single())
                .isEqualTo("Hẹn tối");
        assertCountersAreRight();
    }

    @Test
    void withdrawalArrivingBeforeItsVisit() {
        VisitCommand visit = field.aVisit().command();
        assertHeld(phone.withdraws(visit.id()), "EARLY");
        phone.sends(visit);

        assertThat(phone.asks(visit.id())).bodyJson().hasPathSatisfying("$[0].status", it -> assertThat(it)
                .isEqualTo("WITHDRAWN"));
        assertThat(phone.sends(visit))
                .as("a resend never revives it")
                .bodyJson()
                .hasPathSatisfying("$.receipt.status", it -> assertThat(it).isEqualTo("WITHDRAWN"));
    }

    /** kobotoolbox/kobocat 470 doubled what was sent twice, and cht-core 5701 lost what came after a transfer: neither here. */
    @Test
    void followUpAfterATransfer() {
        FieldFixture other = FieldFixture.in(jdbc);
        Instant tomorrow = at(-1);
        VisitCommand visit = field.aVisit()
                .at(at(5))
                .outcome(Outcome.FOLLOW_UP)
                .followUpAt(tomorrow)
                .command();
        field.moveTo(other.village, today.minusDays(2));

        assertThat(phone.sends(visit)).hasStatus(HttpStatus.CREATED);

        assertThat(rounds.today(other.team, other.leader()).stops())
                .as("the team that has the household now keeps the appointment")
                .anySatisfy(stop -> {
                    assertThat(stop.id()).isEqualTo(field.household);
                    assertThat(stop.followUpAt()).isCloseTo(tomorrow, within1Ms());
                });
        assertThat(figure(field.village, "VISITS")).isEqualTo(1);
        assertThat(figure(other.village, "VISITS")).isZero();
    }

    @Test
    void correctionsOfTwoPhonesMergeOrAsk() {
        VisitCommand first = field.aVisit().activating(field.adult, "E_ID_L2").command();
        phone.sends(first);
        VisitCommand byOther = field.aVisit()
                .id(first.id())
                .at(first.visitedAt())
                .activating(field.adult, "E_ID_L2")
                .note("Hẹn tối")
                .command();
        VisitCommand mine = field.aVisit()
                .id(first.id())
                .at(first.visitedAt())
                .activating(field.adult, "E_ID_L2")
                .about("E_ID")
                .command();
        VisitCommand clashing = field.aVisit()
                .id(first.id())
                .at(first.visitedAt())
                .telling(field.adult, "E_ID_L2", Result.NOT_YET)
                .note("Vắng")
                .command();
        visits.correct(first.id(), new Correction(UUID.randomUUID(), 1, "thêm ghi chú", byOther), field.officer());

        assertThat(phone.corrects(UUID.randomUUID(), 1, mine))
                .hasStatus(HttpStatus.CREATED)
                .bodyJson()
                .hasPathSatisfying("$.receipt.version", it -> assertThat(it).isEqualTo(3))
                .hasPathSatisfying("$.merged[0]", it -> assertThat(it).isEqualTo("note"));
        UUID request = UUID.randomUUID();
        assertThat(phone.corrects(request, 1, clashing))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyJson()
                .hasPathSatisfying("$.code", it -> assertThat(it).isEqualTo("CONFLICT"))
                .hasPathSatisfying("$.version", it -> assertThat(it).isEqualTo(3))
                .hasPathSatisfying("$.fields[0].label", it -> assertThat(it).isEqualTo("Ghi chú"))
                .hasPathSatisfying("$.fields[0].mine", it -> assertThat(it).isEqualTo("Vắng"))
                .hasPathSatisfying("$.fields[0].theirs", it -> assertThat(it).isEqualTo("Hẹn tối"))
                .hasPathSatisfying("$.fields[0].choice", it -> assertThat(it).isEqualTo("mine"));
        assertThat(jdbc.sql("select topic from visit_topic where visit_id = ?")
                        .param(first.id())
                        .query(String.class)
                        .list())
                .isEqualTo(List.of("E_ID"));
        assertCountersAreRight();
    }

    private void assertHeld(MvcTestResult answer, String reason) {
        assertThat(answer)
                .bodyJson()
                .hasPathSatisfying("$.receipt.status", it -> assertThat(it).isEqualTo("NEEDS_ATTENTION"))
                .hasPathSatisfying("$.held", it -> assertThat(it).isEqualTo(true))
                .hasPathSatisfying("$.notes[0].code", it -> assertThat(it).isEqualTo(reason));
    }

    /** The live counters of the ward equal a recount from the raw log. */
    private void assertCountersAreRight() {
        List<String> live = counted();
        counters.refill();
        assertThat(live).isEqualTo(counted());
    }

    private List<String> counted() {
        return jdbc.sql("""
                        select f.unit_id || ' ' || m.code || ' ' || f.grain || ' ' || f.day || ' ' || f.amount
                        from figure_daily f join measure m on m.id = f.measure_id
                        where f.unit_id in (select descendant_id from unit_closure where ancestor_id = ?) and f.amount <> 0
                          and m.basis in ('VISITS', 'UNNAMED', 'HOUSEHOLDS', 'PERSONS', 'ACTIVATIONS', 'FAILURES', 'HOLDERS')
                        order by 1
                        """).param(field.ward).query(String.class).list();
    }

    private int count(String table, UUID id) {
        return jdbc.sql("select count(*) from " + table + " where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private long figure(long unit, String measure) {
        return jdbc.sql("""
                        select coalesce(sum(f.amount), 0) from figure_daily f join measure m on m.id = f.measure_id
                        where f.unit_id = ? and m.code = ? and f.grain = 'DAY' and f.day <= ?
                        """).params(unit, measure, today).query(Long.class).single();
    }

    private static Instant at(int daysAgo) {
        return Instant.now()
                .minus(daysAgo, ChronoUnit.DAYS)
                .minus(daysAgo == 0 ? 1 : 0, ChronoUnit.MINUTES)
                .truncatedTo(ChronoUnit.MILLIS);
    }

    private static org.assertj.core.data.TemporalUnitOffset within1Ms() {
        return org.assertj.core.api.Assertions.within(1, ChronoUnit.MILLIS);
    }
}
