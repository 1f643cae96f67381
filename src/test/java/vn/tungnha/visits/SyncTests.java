package vn.tungnha.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;

@SharedApplication
class SyncTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Logins logins;

    private FieldFixture field;
    private Phone phone;

    @BeforeEach
    void layOutAWard() {
        field = FieldFixture.in(jdbc);
        phone = new Phone(mvc, logins, field.leaderAccount);
    }

    @Test
    void answersWithTheReceiptAndTheWardThatReceivedIt() {
        VisitCommand visit = field.aVisit().activating(field.adult, "E_ID_L2").command();

        assertThat(phone.sends(visit))
                .hasStatus(HttpStatus.CREATED)
                .bodyJson()
                .hasPathSatisfying("$.receipt.id", it -> assertThat(it)
                        .isEqualTo(visit.id().toString()))
                .hasPathSatisfying("$.receipt.status", it -> assertThat(it).isEqualTo("RECORDED"))
                .hasPathSatisfying("$.receipt.version", it -> assertThat(it).isEqualTo(1))
                .hasPathSatisfying("$.held", it -> assertThat(it).isEqualTo(false))
                .hasPathSatisfying("$.place", it -> assertThat(it).isEqualTo("Phường Thanh Khê"));
        assertThat(phone.sends(visit)).hasStatus(HttpStatus.OK);
    }

    @Test
    void storesAVisitSentFiveTimesAtOnceOnce() throws Exception {
        VisitCommand visit = field.aVisit().activating(field.adult, "E_ID_L2").command();
        var pool = Executors.newFixedThreadPool(5);
        Callable<MvcTestResult> send = () -> phone.sends(visit);
        List<Integer> answers = pool.invokeAll(Collections.nCopies(5, send)).stream()
                .map(SyncTests::status)
                .sorted()
                .toList();
        pool.shutdown();

        assertThat(answers).containsExactly(200, 200, 200, 200, 201);
        assertThat(jdbc.sql("select count(*) from visit_version where visit_id = ?")
                        .param(visit.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void keepsWhatTwoPhonesOfOneTeamTellAndNamesTheOtherToTheLater() {
        VisitCommand first = field.aVisit().command();
        VisitCommand second = field.aVisit().outcome(Outcome.ABSENT).command();
        assertThat(phone.sends(first)).hasStatus(HttpStatus.CREATED);

        assertThat(new Phone(mvc, logins, field.memberAccount).sends(second))
                .hasStatus(HttpStatus.CREATED)
                .bodyJson()
                .hasPathSatisfying("$.receipt.status", it -> assertThat(it).isEqualTo("NEEDS_ATTENTION"))
                .hasPathSatisfying("$.notes[0].code", it -> assertThat(it).isEqualTo("DOUBLE"))
                .hasPathSatisfying(
                        "$.notes[0].title",
                        it -> assertThat(it).asString().matches(".+ đã ghi hộ này lúc \\d\\d:\\d\\d\\."));

        assertThat(phone.asks(first.id(), second.id()))
                .bodyJson()
                .hasPathSatisfying("$[0].status", it -> assertThat(it).isEqualTo("RECORDED"))
                .hasPathSatisfying("$[1].status", it -> assertThat(it).isEqualTo("NEEDS_ATTENTION"));
    }

    @Test
    void setsTheClockOfThePhoneRight() {
        Instant told = Instant.now().plus(3, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        VisitCommand visit =
                field.aVisit().at(told.minus(30, ChronoUnit.MINUTES)).command();

        assertThat(phone.clockAt(told).sends(visit)).hasStatus(HttpStatus.CREATED);
        assertThat(phone.clockAt(Instant.now()).sends(visit))
                .as("the same body again, after the clock was put right")
                .hasStatus(HttpStatus.OK);

        assertThat(jdbc.sql("select visited_at from visit where id = ?")
                        .param(visit.id())
                        .query(Instant.class)
                        .single())
                .isCloseTo(Instant.now().minus(30, ChronoUnit.MINUTES), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void leavesATimeAloneThatIsNotThePhones() {
        Instant right = Instant.now().minus(30, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);
        VisitCommand fromOurPage = field.aVisit().at(right).command();
        Instant early = right.minus(9, ChronoUnit.HOURS);
        VisitCommand typed = field.aVisit().at(early).command();

        assertThat(phone.clockAt(Instant.now().plus(5, ChronoUnit.HOURS))
                        .byTheWall()
                        .sends(fromOurPage))
                .hasStatus(HttpStatus.CREATED)
                .bodyText()
                .contains("CLOCK");
        assertThat(phone.clockAt(Instant.now().minus(5, ChronoUnit.HOURS)).sends(typed))
                .hasStatus(HttpStatus.CREATED);

        assertThat(visitedAt(fromOurPage.id())).isEqualTo(right);
        assertThat(visitedAt(typed.id())).isEqualTo(early);
    }

    @Test
    void keepsTheSecondsOfAVisitWhoseMinuteACorrectionRepeats() {
        Instant at = Instant.now()
                .minus(3, ChronoUnit.HOURS)
                .truncatedTo(ChronoUnit.MINUTES)
                .plusMillis(12_345);
        VisitCommand visit = field.aVisit().at(at).command();
        phone.sends(visit);
        VisitCommand shown = visit.at(at.truncatedTo(ChronoUnit.MINUTES)).withNote("Hẹn lại");

        assertThat(phone.clockAt(Instant.now().plus(5, ChronoUnit.HOURS)).corrects(UUID.randomUUID(), 1, shown))
                .hasStatus(HttpStatus.CREATED);
        assertThat(visitedAt(visit.id())).isEqualTo(at);
    }

    private Instant visitedAt(UUID visit) {
        return jdbc.sql("select visited_at from visit where id = ?")
                .param(visit)
                .query(Instant.class)
                .single();
    }

    @Test
    void tellsHowEachEntryStandsAndNothingOfOthers() {
        VisitCommand kept = field.aVisit().command();
        VisitCommand takenBack =
                field.aVisit().at(Instant.now().minus(2, ChronoUnit.HOURS)).command();
        phone.sends(kept);
        phone.sends(takenBack);
        assertThat(phone.withdraws(takenBack.id())).hasStatus(HttpStatus.CREATED);
        UUID never = UUID.randomUUID();

        assertThat(phone.asks(kept.id(), takenBack.id(), never))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$[0].status", it -> assertThat(it).isEqualTo("RECORDED"))
                .hasPathSatisfying("$[1].status", it -> assertThat(it).isEqualTo("WITHDRAWN"))
                .hasPathSatisfying("$[1].reason", it -> assertThat(it).isEqualTo("Ghi nhầm hộ"))
                .hasPathSatisfying("$[2].status", it -> assertThat(it).isEqualTo("UNKNOWN"));
        UUID stranger = FieldFixture.in(jdbc).leaderAccount;
        assertThat(new Phone(mvc, logins, stranger).asks(kept.id()))
                .bodyJson()
                .hasPathSatisfying("$[0].status", it -> assertThat(it).isEqualTo("UNKNOWN"));
    }

    @Test
    void addsNewcomersAheadOfTheirVisitAndOnce() {
        UUID fresh = UUID.randomUUID();
        UUID id = UUID.randomUUID();
        String newcomer = """
                {"id":"%s","householdId":"%s","visitedAt":"%s",
                 "newHousehold":{"village":"%s","alley":"Kiệt 112 Hải Phòng","number":"21"},
                 "newResidents":[{"id":"%s","name":"Ngô Thị Mới","birthYear":1980,"householder":true}]}
                """.formatted(id, fresh, Instant.now(), field.villageCode(), UUID.randomUUID());

        assertThat(phone.sends("newcomer", null, newcomer))
                .hasStatus(HttpStatus.CREATED)
                .bodyJson()
                .hasPathSatisfying("$.receipt.id", it -> assertThat(it).isEqualTo(id.toString()))
                .hasPathSatisfying("$.receipt.status", it -> assertThat(it).isEqualTo("RECORDED"));
        assertThat(phone.sends("newcomer", null, newcomer)).hasStatus2xxSuccessful();
        assertThat(phone.sends(field.aVisit()
                        .founding(fresh, field.villageCode(), "21")
                        .command()))
                .hasStatus(HttpStatus.CREATED);

        assertThat(jdbc.sql("select name from resident where household_id = ?")
                        .param(fresh)
                        .query(String.class)
                        .list())
                .containsExactly("Ngô Thị Mới");
        FieldFixture elsewhere = FieldFixture.in(jdbc);
        assertThat(phone.sends(
                        "newcomer",
                        null,
                        newcomer.replace(fresh.toString(), elsewhere.household.toString())
                                .replaceAll("\"newHousehold\":\\{[^}]*},", "")))
                .as("of a household this phone was never shown")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void namesTheFieldThatIsWrong() {
        VisitCommand visit = field.aVisit().note("Số 079200001234").command();

        assertThat(phone.sends(visit))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyText()
                .contains("\"note\"");
    }

    @Test
    void tellsAProgramThatTheSessionOrItsTokenIsOld() {
        assertThat(mvc.post().uri("/field/sync/status").with(csrf()).exchange())
                .as("nobody is signed in: no login page")
                .hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(mvc.post()
                        .uri("/field/sync/status")
                        .with(csrf().useInvalidToken())
                        .with(authentication(TestAccounts.signedIn(logins, field.leaderAccount)))
                        .exchange())
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .contains("\"code\":\"CSRF\"");
    }

    @Test
    void hidesWhatLiesOutside() {
        FieldFixture elsewhere = FieldFixture.in(jdbc);

        assertThat(phone.sends(elsewhere.aVisit().command())).hasStatus(HttpStatus.NOT_FOUND);
        VisitCommand theirs = elsewhere.aVisit().command();
        new Phone(mvc, logins, elsewhere.leaderAccount).sends(theirs);
        assertThat(phone.withdraws(theirs.id())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(phone.corrects(UUID.randomUUID(), 1, theirs)).hasStatus(HttpStatus.NOT_FOUND);
    }

    private static int status(Future<MvcTestResult> answer) {
        try {
            return answer.get().getResponse().getStatus();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
