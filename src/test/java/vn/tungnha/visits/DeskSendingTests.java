package vn.tungnha.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.indicators.Counters;
import vn.tungnha.shared.Days;

/** What a phone noted at a desk while there was no line: stored once, by its day, in whatever order it arrives. */
@Tag("slow")
@SharedApplication
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
    private final Instant start = Instant.now();
    private final LocalDate today = LocalDate.now(Days.ZONE);
    private FieldFixture field;
    private Phone phone;

    @BeforeEach
    void layOutAWard() {
        field = FieldFixture.in(jdbc);
        counters.refill();
        phone = new Phone(mvc, logins, field.leaderAccount).seenAt(ago(7));
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
    }

    @Test
    void holdsWhatADissolvedTeamNotedAtADeskUntilTheWardSaysWhoseItIs() {
        UUID count = UUID.randomUUID();
        UUID met = UUID.randomUUID();
        field.dissolveTeam(today.minusDays(1));
        long other = field.anotherTeam();

        assertHeld(phone.sends("desk", null, opening(ago(0))), "TEAM_ENDED");
        assertHeld(phone.sends("desk", null, count(count, ago(0), 4)), "TEAM_ENDED");
        assertHeld(phone.sends("desk", null, count(count, ago(0), 4)), "TEAM_ENDED");
        assertHeld(phone.sends("visit", null, meeting(met)), "DESK");
        UUID takenBack = UUID.randomUUID();
        phone.sends("desk", null, count(takenBack, ago(0), 9));
        phone.withdraws(takenBack);
        assertThat(turns()).as("nothing is counted that nobody decided").isZero();
        assertThat(phone.asks(count, met, desk))
                .bodyJson()
                .hasPathSatisfying("$[0].status", it -> assertThat(it).isEqualTo("NEEDS_ATTENTION"))
                .hasPathSatisfying("$[1].status", it -> assertThat(it).isEqualTo("NEEDS_ATTENTION"))
                .hasPathSatisfying("$[2].status", it -> assertThat(it).isEqualTo("NEEDS_ATTENTION"));
        assertThat(ward("/visits?show=ATTENTION")).bodyText().containsOnlyOnce("/visits/held/" + desk);
        assertThat(ward("/visits/held/" + desk)).bodyText().contains("Chợ", ": 4", "Lê Thị Lài", "Tổ 35");

        assertThat(decide("AS_TOLD", "0", "team", String.valueOf(other))).hasStatus3xxRedirection();

        assertThat(number("select team_id from desk where id = ?")).isEqualTo(other);
        assertThat(turns()).as("all of the desk at once").isEqualTo(4);
        assertThat(number("select count(*) from visit where status = 'RECORDED' and desk_id = ?"))
                .isOne();
        assertThat(phone.asks(count, met, desk))
                .bodyJson()
                .hasPathSatisfying("$[0].status", it -> assertThat(it).isEqualTo("RECORDED"))
                .hasPathSatisfying("$[1].status", it -> assertThat(it).isEqualTo("RECORDED"))
                .hasPathSatisfying("$[2].status", it -> assertThat(it).isEqualTo("RECORDED"));
        assertThat(phone.sends("desk", null, count(count, ago(0), 4)))
                .as("the same again")
                .hasStatusOk();
        assertThat(phone.sends("visit", null, meeting(met))).hasStatusOk();
        assertThat(phone.sends("desk", null, count(UUID.randomUUID(), ago(0), 2)))
                .as("what comes later goes where the desk went")
                .hasStatus(HttpStatus.CREATED);
        assertThat(phone.sends("visit", null, meeting(UUID.randomUUID()))).hasStatus(HttpStatus.CREATED);
        assertThat(turns()).isEqualTo(6);
        assertCountersAreRight();
    }

    @Test
    void undoesAndRepeatsTheDecisionAboutADesk() {
        UUID count = UUID.randomUUID();
        field.dissolveTeam(today.minusDays(1));
        long other = field.anotherTeam();
        long third = field.anotherTeam();
        phone.sends("desk", null, count(count, ago(0), 4));
        phone.sends("visit", null, meeting(UUID.randomUUID()));
        assertThat(decide("AS_TOLD", "0")).as("no team chosen").hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        decide("AS_TOLD", "0", "team", String.valueOf(other));

        assertThat(post("/visits/held/" + desk + "/reopening")).hasStatus3xxRedirection();

        assertThat(turns()).isZero();
        assertThat(number("select count(*) from visit where status <> 'WITHDRAWN' and desk_id = ?"))
                .isZero();
        assertThat(phone.asks(count)).bodyJson().hasPathSatisfying("$[0].status", it -> assertThat(it)
                .isEqualTo("NEEDS_ATTENTION"));
        assertCountersAreRight();

        assertThat(decide("AS_TOLD", "2", "team", String.valueOf(third))).hasStatus3xxRedirection();
        assertThat(number("select team_id from desk where id = ?")).isEqualTo(third);
        assertThat(turns()).isEqualTo(4);
        assertThat(number("select count(*) from visit where status <> 'WITHDRAWN' and desk_id = ?"))
                .isOne();
        assertCountersAreRight();

        post("/visits/held/" + desk + "/reopening");
        assertThat(decide("DISMISS", "4", "reason", "Ghi nhầm")).hasStatus3xxRedirection();
        assertThat(turns()).isZero();
        assertThat(phone.asks(count, desk))
                .bodyJson()
                .hasPathSatisfying("$[0].status", it -> assertThat(it).isEqualTo("DISMISSED"))
                .hasPathSatisfying("$[0].reason", it -> assertThat(it).isEqualTo("Ghi nhầm"))
                .hasPathSatisfying("$[1].status", it -> assertThat(it).isEqualTo("DISMISSED"));
        assertHeld(phone.sends("desk", null, count(UUID.randomUUID(), ago(0), 1)), "TEAM_ENDED");
        assertThat(ward("/visits?show=ATTENTION"))
                .as("something new asks again")
                .bodyText()
                .contains("/visits/held/" + desk);
    }

    @Test
    void booksWhoWasMetByNameWithoutTheDeskThatIsLeftOut() {
        UUID count = UUID.randomUUID();
        UUID met = UUID.randomUUID();
        field.dissolveTeam(today.minusDays(1));
        long other = field.anotherTeam();
        phone.sends("desk", null, count(count, ago(0), 4));
        phone.sends("visit", null, meeting(met));
        String team = String.valueOf(other);
        assertThat(ward("/visits/held/" + desk)).bodyText().contains("value=\"PERSONS\"", "value=\"ONE_BY_ONE\"");
        assertThat(decide("PERSONS", "0", "team", team)).as("no reason").hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        String foreign = String.valueOf(FieldFixture.in(jdbc).team);
        assertThat(decide("PERSONS", "0", "team", foreign, "reason", "Bàn mở thử"))
                .hasStatus(HttpStatus.NOT_FOUND);

        assertThat(decide("PERSONS", "0", "team", team, "reason", "Bàn mở thử")).hasStatus3xxRedirection();

        assertThat(turns()).isZero();
        assertThat(stored(met)).isEqualTo("RECORDED DESK none " + other);
        assertThat(counted()).anyMatch(it -> it.contains("PERSONS_GUIDED")).noneMatch(it -> it.contains(" VISITS "));
        assertThat(phone.asks(count, met, desk))
                .bodyJson()
                .hasPathSatisfying("$[0].status", it -> assertThat(it).isEqualTo("DISMISSED"))
                .hasPathSatisfying("$[0].reason", it -> assertThat(it).isEqualTo("Bàn mở thử"))
                .hasPathSatisfying("$[1].status", it -> assertThat(it).isEqualTo("RECORDED"))
                .hasPathSatisfying("$[2].status", it -> assertThat(it).isEqualTo("DISMISSED"));
        assertThat(phone.sends("visit", null, meeting(met))).hasStatusOk();
        assertThat(ward("/visits?show=ATTENTION"))
                .as("told again it asks nobody anew")
                .bodyText()
                .doesNotContain("/visits/held/");
        assertThat(ward("/visits/held/" + desk)).bodyText().contains("/visits/held/" + met, "Bàn mở thử");
        assertThat(ward("/visits/" + met)).bodyText().contains("Bàn hỗ trợ");
        assertCountersAreRight();

        assertThat(post("/visits/held/" + desk + "/reopening")).hasStatus3xxRedirection();
        assertThat(stored(met)).startsWith("WITHDRAWN");
        assertThat(phone.asks(met)).bodyJson().hasPathSatisfying("$[0].status", it -> assertThat(it)
                .isEqualTo("NEEDS_ATTENTION"));

        assertThat(decide("AS_TOLD", "2", "team", team)).hasStatus3xxRedirection();
        assertThat(turns()).isEqualTo(4);
        assertThat(stored(met)).isEqualTo("CORRECTED DESK " + desk + " " + other);
        assertCountersAreRight();
    }

    @Test
    void decidesAboutEachWhoWasMetAtADeskThatIsLeftOut() {
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        field.dissolveTeam(today.minusDays(1));
        long other = field.anotherTeam();
        phone.sends("desk", null, count(UUID.randomUUID(), ago(0), 4));
        phone.sends("visit", null, meeting(one));
        phone.sends("visit", null, meeting(two));
        assertThat(decide("ONE_BY_ONE", "0", "reason", "Bàn mở thử")).hasStatus3xxRedirection();
        assertThat(ward("/visits?show=ATTENTION"))
                .bodyText()
                .contains("/visits/held/" + one, "/visits/held/" + two, "Lê Thị Lài · ");
        assertThat(ward("/visits/held/" + one)).bodyText().contains("không ghi bàn hỗ trợ", "không tính vào bàn nào");

        assertThat(decide(one, "AS_TOLD", "0", "team", String.valueOf(other))).hasStatus3xxRedirection();
        assertThat(decide(two, "DISMISS", "0", "reason", "Ghi hai lần")).hasStatus3xxRedirection();

        assertThat(stored(one)).isEqualTo("RECORDED DESK none " + other);
        assertThat(phone.asks(two)).bodyJson().hasPathSatisfying("$[0].reason", it -> assertThat(it)
                .isEqualTo("Ghi hai lần"));
        assertCountersAreRight();

        post("/visits/held/" + desk + "/reopening");
        assertThat(stored(one)).as("decided for itself").startsWith("RECORDED");
        assertThat(phone.asks(two, desk))
                .bodyJson()
                .hasPathSatisfying("$[0].status", it -> assertThat(it).isEqualTo("DISMISSED"))
                .hasPathSatisfying("$[1].status", it -> assertThat(it).isEqualTo("NEEDS_ATTENTION"));

        post("/visits/held/" + one + "/reopening");
        assertThat(stored(one)).startsWith("WITHDRAWN");
        assertCountersAreRight();
    }

    @Test
    void followsAVillageThatWentIntoAnotherAndAsksWhereNothingCarriesItOn() {
        long heir = field.mergeVillage(today.minusDays(1));
        assertThat(phone.sends("desk", null, count(UUID.randomUUID(), ago(0), 4)))
                .hasStatus(HttpStatus.CREATED);
        assertThat(number("select village_id from desk where id = ?")).isEqualTo(heir);
        assertCountersAreRight();

        field = FieldFixture.in(jdbc);
        long next = field.moveOn(today.minusDays(30));
        field.closeVillage(today.minusDays(1));
        phone = new Phone(mvc, logins, field.leaderAccount).seenAt(ago(7));
        UUID other = UUID.randomUUID();
        assertHeld(
                phone.sends(
                        "desk", null, count(UUID.randomUUID(), ago(0), 4).replace(desk.toString(), other.toString())),
                "DESK_PLACE");
        assertThat(ward("/visits/held/" + other)).bodyText().contains("name=\"village\"", "value=\"X" + next);
        assertThat(post(
                        "/visits/held/" + other + "/decision",
                        "choice",
                        "AS_TOLD",
                        "version",
                        "0",
                        "village",
                        "X" + next))
                .hasStatus3xxRedirection();
        assertThat(jdbc.sql("select village_id from desk where id = ?")
                        .param(other)
                        .query(Long.class)
                        .single())
                .isEqualTo(next);
        assertCountersAreRight();
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

    private static void assertHeld(MvcTestResult answer, String reason) {
        assertThat(answer)
                .bodyJson()
                .hasPathSatisfying("$.held", it -> assertThat(it).isEqualTo(true))
                .hasPathSatisfying(
                        "$.notes[*].code", it -> assertThat(it).asArray().contains(reason));
    }

    /** The live counters of turns equal a recount from the raw log. */
    private void assertCountersAreRight() {
        List<String> live = counted();
        counters.refill();
        assertThat(live).isEqualTo(counted());
    }

    private List<String> counted() {
        return jdbc.sql("""
                        select f.unit_id || ' ' || m.code || ' ' || f.grain || ' ' || f.day || ' ' || f.amount
                        from figure_daily f join measure m on m.id = f.measure_id
                        where f.unit_id in (select descendant_id from unit_closure where ancestor_id = ?)
                          and f.amount <> 0 and m.basis in ('VISITS', 'UNNAMED', 'PERSONS', 'ACTIVATIONS')
                        order by 1
                        """).param(field.ward).query(String.class).list();
    }

    /** Its status, where it was, at which desk and by which team it counts. */
    private String stored(UUID visit) {
        return jdbc.sql("""
                        select status || ' ' || place || ' ' || coalesce(desk_id::text, 'none') || ' ' || team_id
                        from visit where id = ?
                        """).param(visit).query(String.class).single();
    }

    private MvcTestResult decide(String choice, String version, String... more) {
        return decide(desk, choice, version, more);
    }

    private MvcTestResult decide(UUID about, String choice, String version, String... more) {
        String[] fields = new String[more.length + 4];
        System.arraycopy(new String[] {"choice", choice, "version", version}, 0, fields, 0, 4);
        System.arraycopy(more, 0, fields, 4, more.length);
        return post("/visits/held/" + about + "/decision", fields);
    }

    private MvcTestResult ward(String uri) {
        return mvc.get()
                .uri(uri)
                .with(authentication(TestAccounts.signedIn(logins, field.officerAccount)))
                .exchange();
    }

    private MvcTestResult post(String uri, String... fields) {
        var request = mvc.post()
                .uri(uri)
                .with(csrf())
                .with(authentication(TestAccounts.signedIn(logins, field.officerAccount)));
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
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

    private Instant ago(int days) {
        return start.minus(days, ChronoUnit.DAYS).minus(1, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);
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
