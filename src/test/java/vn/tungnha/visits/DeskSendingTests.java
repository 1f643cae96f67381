package vn.tungnha.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.tungnha.DatabaseConfiguration;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.indicators.Counters;
import vn.tungnha.shared.Days;

/** What a phone noted at a desk while there was no line: stored once, by its day, in whatever order it arrives. */
@SpringBootTest
@AutoConfigureMockMvc
@Import(DatabaseConfiguration.class)
@ActiveProfiles("test")
class DeskSendingTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Logins logins;

    @Autowired
    private Counters counters;

    @Autowired
    private ApplicationEventPublisher events;

    private final UUID desk = UUID.randomUUID();
    private final LocalDate today = LocalDate.now(Days.ZONE);
    private FieldFixture field;
    private Phone phone;

    @BeforeEach
    void layOutAWard() {
        field = FieldFixture.in(jdbc);
        counters.refill();
        phone = new Phone(mvc, logins, field.leaderAccount);
    }

    @Test
    void storesACountSentFiveTimesAtOnceOnce() throws Exception {
        String count = count(UUID.randomUUID(), ago(0), 3);
        var pool = Executors.newFixedThreadPool(5);
        Callable<MvcTestResult> send = () -> phone.sends("desk", null, count);
        List<Integer> answers = pool.invokeAll(Collections.nCopies(5, send)).stream()
                .map(answer -> {
                    try {
                        return answer.get().getResponse().getStatus();
                    } catch (Exception failed) {
                        throw new IllegalStateException(failed);
                    }
                })
                .sorted()
                .toList();
        pool.shutdown();

        assertThat(answers).containsExactly(200, 200, 200, 200, 201);
        assertThat(number("select count(*) from desk_count where desk_id = ?")).isOne();
        assertThat(turns()).isEqualTo(3);
    }

    @Test
    void opensTheDeskOnTheWayWhicheverEntryComesFirst() {
        assertThat(phone.sends("visit", null, meeting(UUID.randomUUID())))
                .hasStatus(HttpStatus.CREATED)
                .bodyJson()
                .hasPathSatisfying("$.place", it -> assertThat(it).isEqualTo("Phường Thanh Khê"));
        assertThat(phone.sends("desk", null, count(UUID.randomUUID(), ago(0), 2)))
                .hasStatus(HttpStatus.CREATED)
                .bodyJson()
                .hasPathSatisfying("$.place", it -> assertThat(it).isEqualTo("Phường Thanh Khê"));
        assertThat(phone.sends("desk", null, opening(ago(0))))
                .as("it is open already")
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.receipt.id", it -> assertThat(it).isEqualTo(desk.toString()));

        assertThat(number("select count(*) from visit where place = 'DESK' and desk_id = ?"))
                .isOne();
        assertThat(turns()).isEqualTo(2);
        assertThat(get("/field/snapshot"))
                .bodyJson()
                .hasPathSatisfying("$.desks[0].name", it -> assertThat(it).isEqualTo("Chợ"))
                .hasPathSatisfying("$.desks[0].n", it -> assertThat(it).isEqualTo(1))
                .hasPathSatisfying("$.desks[0].t", it -> assertThat(it).isEqualTo(2));
    }

    @Test
    void takesACountLongAfterTheDeskAndItsTeamWereClosed() {
        String count = count(UUID.randomUUID(), ago(2), 4);
        assertThat(phone.sends("desk", null, count)).hasStatus(HttpStatus.CREATED);

        field.dissolveTeam(today);

        assertThat(phone.sends("desk", null, count)).as("the same again").hasStatusOk();
        assertThat(phone.sends("desk", null, count(UUID.randomUUID(), ago(1), 5)))
                .as("told before the end, by somebody who has left since")
                .hasStatus(HttpStatus.CREATED);
        assertThat(turns()).isEqualTo(9);
        assertThat(phone.sends("desk", null, opening(UUID.randomUUID(), ago(0))))
                .as("after the end, refused in words: the phone keeps it")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("\"code\"");
    }

    @Test
    void givesItToTheTeamThatCarriesItOn() {
        long heir = field.mergeTeam(today.minusDays(1));

        assertThat(phone.sends("desk", null, count(UUID.randomUUID(), ago(0), 4)))
                .hasStatus(HttpStatus.CREATED);

        assertThat(number("select team_id from desk where id = ?")).isEqualTo(heir);
        assertThat(turns()).isEqualTo(4);
    }

    @Test
    void takesBackACountWhetherTheWithdrawalComesLaterOrEarlier() {
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        phone.sends("desk", null, count(one, ago(0), 3));
        assertThat(phone.withdraws(one))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.receipt.status", it -> assertThat(it).isEqualTo("WITHDRAWN"));
        assertThat(phone.withdraws(other)).bodyJson().hasPathSatisfying("$.held", it -> assertThat(it)
                .isEqualTo(true));
        assertThat(phone.sends("desk", null, count(other, ago(0), 7))).hasStatus(HttpStatus.CREATED);

        assertThat(turns()).isZero();
        assertThat(phone.asks(one, other, desk, UUID.randomUUID()))
                .bodyJson()
                .hasPathSatisfying("$[0].status", it -> assertThat(it).isEqualTo("WITHDRAWN"))
                .hasPathSatisfying("$[1].status", it -> assertThat(it).isEqualTo("WITHDRAWN"))
                .hasPathSatisfying("$[2].status", it -> assertThat(it).isEqualTo("RECORDED"))
                .hasPathSatisfying("$[3].status", it -> assertThat(it).isEqualTo("UNKNOWN"));
        Phone stranger = new Phone(mvc, logins, FieldFixture.in(jdbc).leaderAccount);
        assertThat(stranger.asks(one)).bodyJson().hasPathSatisfying("$[0].status", it -> assertThat(it)
                .isEqualTo("UNKNOWN"));
        assertThat(stranger.withdraws(one)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(stranger.sends("desk", null, count(UUID.randomUUID(), ago(0), 1)))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void takesATopicThatWasSwitchedOffMeanwhile() {
        FormerWords.in(jdbc, events);

        assertThat(phone.sends("desk", null, count(UUID.randomUUID(), ago(0), 2).replace("\"E_ID\"", "\"OLD_TOPIC\"")))
                .hasStatus(HttpStatus.CREATED);
        assertThat(turns()).isEqualTo(2);
    }

    @Test
    void setsTheClockOfThePhoneRight() {
        UUID id = UUID.randomUUID();
        Instant wrong = Instant.now().plus(2, ChronoUnit.DAYS);

        assertThat(phone.clockAt(wrong).sends("desk", null, count(id, wrong.minus(10, ChronoUnit.MINUTES), 2)))
                .hasStatus(HttpStatus.CREATED)
                .bodyText()
                .contains("CLOCK");

        assertThat(jdbc.sql("select held_on from desk where id = ?")
                        .param(desk)
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(Days.of(Instant.now().minus(10, ChronoUnit.MINUTES)));
    }

    @Test
    void namesWhatIsWrong() {
        assertThat(phone.sends("desk", null, count(UUID.randomUUID(), ago(0), 501)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("\"turns\"");
        assertThat(phone.sends("desk", null, opening(ago(0)).replace("\"name\":\"Chợ\",", "")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private String opening(Instant at) {
        return opening(desk, at);
    }

    private String opening(UUID id, Instant at) {
        return """
                {"id":"%s","teamId":"%d","visitedAt":"%s","place":"DESK",
                 "desk":{"id":"%s","name":"Chợ","topic":"E_ID","startedAt":"%s"}}""".formatted(id, field.team, at, id, at);
    }

    private String count(UUID id, Instant at, int turns) {
        return opening(at)
                .replace("\"id\":\"" + desk + "\",\"teamId\"", "\"id\":\"" + id + "\",\"teamId\"")
                .replaceFirst("}}$", "},\"turns\":[{\"topic\":\"E_ID\",\"turns\":" + turns + "}]}");
    }

    private String meeting(UUID id) {
        return opening(ago(0))
                .replace(
                        "\"id\":\"" + desk + "\",\"teamId\"",
                        "\"id\":\"%s\",\"householdId\":\"%s\",\"outcome\":\"MET\",\"guided\":[\"%s\"],\"teamId\""
                                .formatted(id, field.household, field.elder));
    }

    private static Instant ago(int days) {
        return Instant.now()
                .minus(days, ChronoUnit.DAYS)
                .minus(1, ChronoUnit.MINUTES)
                .truncatedTo(ChronoUnit.SECONDS);
    }

    private long turns() {
        return jdbc.sql("""
                        select coalesce(sum(f.amount), 0) from figure_daily f join measure m on m.id = f.measure_id
                        where m.code = 'GUIDED_UNNAMED' and f.grain = 'DAY' and f.unit_id = ?
                        """).param(field.village).query(Long.class).single();
    }

    private long number(String sql) {
        return jdbc.sql(sql).param(desk).query(Long.class).single();
    }

    private MvcTestResult get(String uri) {
        return mvc.get()
                .uri(uri)
                .header("X-Device", UUID.randomUUID().toString())
                .with(authentication(TestAccounts.signedIn(logins, field.leaderAccount)))
                .exchange();
    }
}
