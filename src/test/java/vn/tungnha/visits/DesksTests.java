package vn.tungnha.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import vn.tungnha.identity.login.ApiTokens;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.indicators.Counters;
import vn.tungnha.shared.Command;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.RuleBroken;

/** Whoever comes to a desk counts as a person, never as a household reached. */
@SharedApplication
class DesksTests {

    private static final Instant NOW =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);

    @Autowired
    private Desks desks;

    @Autowired
    private DeskLog log;

    @Autowired
    private Visits visits;

    @Autowired
    private Counters counters;

    @Autowired
    private List<Command> commands;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private Logins logins;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    private FieldFixture field;
    private UUID desk;

    @BeforeEach
    void openADesk() {
        field = FieldFixture.in(jdbc);
        counters.refill();
        desk = desks.open(opening(UUID.randomUUID()), field.leader());
    }

    @Test
    void countsThePersonAndTheAccountButNoHousehold() {
        VisitCommand met =
                field.aVisit().at(NOW).activating(field.adult, "E_ID_L2").command();
        Receipt receipt = desks.meet(guiding(met, field.adult).atDesk(desk), null, field.leader());

        assertThat(receipt.status()).isEqualTo("RECORDED");
        assertThat(counted("PERSONS_GUIDED", "ALL")).isOne();
        assertThat(counted("E_ID_L2_NEW", "DAY")).isOne();
        assertThat(counted("TEAMS_WITH_LOG", "ALL")).isOne();
        assertThat(counted("VISITS", "DAY")).isZero();
        assertThat(counted("HOUSEHOLDS_KNOCKED", "ALL")).isZero();
        assertThat(counted("HOUSEHOLDS_REACHED", "ALL")).isZero();
        equalsTheRecount();
        visits.withdraw(receipt.id(), "ghi nhầm người", field.leader());
        assertThat(counted("PERSONS_GUIDED", "ALL")).isZero();
        equalsTheRecount();
    }

    @Test
    void countsTurnsOnceAndTakesThemBack() {
        CountCommand told = new CountCommand(UUID.randomUUID(), desk, field.team, NOW, Map.of("E_ID", 5, "OTHER", 2));

        assertThat(desks.count(told, null, field.leader()).created()).isTrue();
        assertThat(desks.count(told, null, field.leader()).created()).isFalse();

        assertThat(counted("GUIDED_UNNAMED", "DAY")).isEqualTo(7);
        assertThat(counted("PERSONS_GUIDED", "ALL")).isZero();
        assertThat(counted("TEAMS_WITH_LOG", "ALL")).isOne();
        equalsTheRecount();
        assertThat(log.get(desk, field.leader()).allTurns()).isEqualTo(7);
        CountCommand other = new CountCommand(told.id(), desk, field.team, NOW, Map.of("E_ID", 6));
        assertThatThrownBy(() -> desks.count(other, null, field.leader())).isInstanceOf(VisitConflict.class);

        desks.withdraw(told.id(), field.leader());
        desks.withdraw(told.id(), field.leader());

        assertThat(counted("GUIDED_UNNAMED", "DAY")).isZero();
        assertThat(desks.count(told, null, field.leader()).status()).isEqualTo("WITHDRAWN");
        assertThat(counted("GUIDED_UNNAMED", "DAY")).isZero();
        equalsTheRecount();
    }

    @Test
    void leavesTheHouseholdOnTheRoundOfTheDay() {
        VisitCommand met = field.aVisit().at(NOW).command();
        desks.meet(guiding(met, field.adult).atDesk(desk), null, field.leader());
        Receipt atTheDoor = visits.record(field.aVisit().at(NOW).command(), field.member());

        assertThat(atTheDoor.status()).isEqualTo("RECORDED");
        assertThat(counted("HOUSEHOLDS_REACHED", "ALL")).isOne();
        assertThat(counted("PERSONS_GUIDED", "ALL")).isOne();
    }

    @Test
    void refusesWhatMakesNoSenseAtADesk() {
        VisitCommand absent = field.aVisit().at(NOW).outcome(Outcome.ABSENT).command();
        assertThatThrownBy(() -> desks.meet(absent.atDesk(desk), null, field.leader()))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.getKey()).isEqualTo("paper.error.desk-met"));
        CountCommand nothing = new CountCommand(UUID.randomUUID(), desk, field.team, NOW, Map.of());
        assertThatThrownBy(() -> desks.count(nothing, null, field.leader())).isInstanceOf(RuleBroken.class);
        CountCommand tooMany = new CountCommand(UUID.randomUUID(), desk, field.team, NOW, Map.of("E_ID", 501));
        assertThatThrownBy(() -> desks.count(tooMany, null, field.leader())).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> desks.open(opening(UUID.randomUUID()), field.stranger()))
                .isInstanceOf(OutOfScope.class);
        CountCommand one = new CountCommand(UUID.randomUUID(), desk, field.team, NOW, Map.of("E_ID", 1));
        assertThatThrownBy(() -> desks.count(one, null, field.stranger())).isInstanceOf(OutOfScope.class);
    }

    @Test
    void takesDeskContactsAsJsonAndOpensTheDeskOnTheWay() {
        UUID id = UUID.randomUUID();
        UUID fresh = UUID.randomUUID();
        String turns = """
                {"id":"%s","teamId":"%d","visitedAt":"%s","place":"DESK","desk":{"id":"%s","name":"Chợ Thuận Thành"},
                 "turns":[{"topic":"E_ID","turns":3}]}""".formatted(id, field.team, NOW, fresh);
        assertThat(send(turns)).hasStatus(HttpStatus.CREATED);
        assertThat(send(turns)).hasStatusOk();
        String named = """
                {"id":"%s","householdId":"%s","teamId":"%d","visitedAt":"%s","outcome":"MET","place":"DESK",
                 "desk":{"id":"%s"},"guided":["%s"]}""".formatted(UUID.randomUUID(), field.household, field.team, NOW, fresh, field.elder);
        assertThat(send(named)).hasStatus(HttpStatus.CREATED);
        assertThat(send(named.replace("\"desk\":{\"id\":\"" + fresh + "\"},", "")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        DeskView view = log.get(fresh, field.leader());
        assertThat(view.allTurns()).isEqualTo(3);
        assertThat(view.met()).extracting(DeskView.Met::name).containsExactly("Lê Thị Lài");
        equalsTheRecount();
    }

    @Test
    void runsWithoutScript() {
        jdbc.sql("update resident set search = 'le thi lai' where id = ?")
                .param(field.elder)
                .update();
        String page = "/field/desk/" + desk;
        assertThat(get("/field/desk")).hasStatusOk().bodyText().contains("Chợ");
        assertThat(get(page + "?q=LAI")).hasStatusOk().bodyText().contains(page + "/people/" + field.elder);
        assertThat(get(page + "/people/" + field.elder))
                .hasStatusOk()
                .bodyText()
                .contains("VNeID mức 2");
        UUID id = UUID.randomUUID();

        assertThat(post(page + "/people/" + field.elder, "id", id, "r." + field.elder + ".E_ID_L2", "ACTIVATED"))
                .hasRedirectedUrl(page);
        assertThat(post(page + "/counts", "id", UUID.randomUUID(), "turns.E_ID", 4, "turns.OTHER", ""))
                .hasRedirectedUrl(page + "?count=true");
        assertThat(post(page + "/counts", "id", UUID.randomUUID(), "turns.E_ID", "nhiều"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("nhiều");

        assertThat(get(page)).bodyText().contains("Lê Thị Lài · 1961");
        assertThat(get(page + "?count=true")).bodyText().contains("4 lượt VNeID");
        assertThat(get("/field/visits/" + id)).bodyText().contains("Bàn hỗ trợ: Chợ");
        equalsTheRecount();
    }

    private DeskCommand opening(UUID id) {
        return new DeskCommand(id, field.team, "Chợ", null, "E_ID", NOW);
    }

    private static VisitCommand guiding(VisitCommand told, UUID resident) {
        return new VisitCommand(
                told.id(),
                told.householdId(),
                told.teamId(),
                told.memberIds(),
                told.visitedAt(),
                told.outcome(),
                told.topics(),
                List.of(resident),
                0,
                told.activations(),
                null,
                null,
                null,
                null,
                List.of());
    }

    private long counted(String measure, String grain) {
        return jdbc.sql("""
                        select coalesce(sum(f.amount), 0) from figure_daily f join measure m on m.id = f.measure_id
                        where m.code = ? and f.grain = ? and f.unit_id = ?
                        """)
                .params(measure, grain, field.village)
                .query(Long.class)
                .single();
    }

    private void equalsTheRecount() {
        var out = new ByteArrayOutputStream();
        Command reconcile = commands.stream()
                .filter(one -> one.name().equals("reconcile"))
                .findFirst()
                .orElseThrow();
        assertThat(reconcile.run(List.of(), new PrintStream(out, true)))
                .as(out.toString())
                .isZero();
    }

    private MvcTestResult send(String json) {
        return mvc.post()
                .uri("/api/v1/visits")
                .header(
                        "Authorization",
                        "Bearer " + tokens.issue(field.leaderAccount).token())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    private MvcTestResult get(String uri) {
        return mvc.get()
                .uri(uri)
                .with(authentication(TestAccounts.signedIn(logins, field.leaderAccount)))
                .exchange();
    }

    private MvcTestResult post(String uri, Object... fields) {
        var request = mvc.post()
                .uri(uri)
                .with(authentication(TestAccounts.signedIn(logins, field.leaderAccount)))
                .with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i].toString(), fields[i + 1].toString());
        }
        return request.exchange();
    }
}
