package vn.tungnha.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.shared.Days;

@SharedApplication
class InboxTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Logins logins;

    private FieldFixture field;
    private Phone phone;
    private UUID other;
    private VisitCommand late;
    private final LocalDate today = LocalDate.now(Days.ZONE);

    @BeforeEach
    void aHouseholdJoinsAnotherWhileAVisitWaits() {
        field = FieldFixture.in(jdbc);
        phone = new Phone(mvc, logins, field.leaderAccount).seenAt(Instant.now().minus(7, ChronoUnit.DAYS));
        other = field.anotherHousehold("16");
        field.join(other, today.minusDays(2));
        late = field.aVisit()
                .at(Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS))
                .activating(field.adult, "E_ID_L2")
                .command();
        phone.sends(late);
    }

    @Test
    void showsTheWardWhatWaitsAndTheUsualAnswer() {
        assertThat(get("/visits?show=ATTENTION", field.officerAccount))
                .bodyText()
                .contains("Chờ phường quyết định", "Hộ này đã nhập vào hộ khác trước ngày thăm.");
        assertThat(get("/visits/held/" + late.id(), field.officerAccount))
                .bodyText()
                .contains("AT_HOUSEHOLD:" + other, "(nên chọn)", "Bỏ qua lượt này");
        assertThat(get("/field/outbox", field.leaderAccount)).bodyText().contains("Phường đang xem");
        assertThat(get("/field/visits/" + late.id(), field.leaderAccount))
                .bodyText()
                .contains("Chờ phường xem", "không mất");
    }

    @Test
    void booksItAtAnotherHouseholdAndUndoesIt() {
        assertThat(decide("AT_HOUSEHOLD:" + other, 0, "")).hasRedirectedUrl("/visits?show=ATTENTION");

        assertThat(status()).isEqualTo("RECORDED");
        assertThat(value("select household_id::text from visit where id = ?")).isEqualTo(other.toString());
        assertThat(value("select recorded_by::text from visit where id = ?")).isEqualTo(field.leaderAccount.toString());
        assertThat(figure("VISITS")).isEqualTo(1);
        assertThat(figure("E_ID_L2_NEW")).isEqualTo(1);
        assertThat(phone.sends(late)).as("the phone gets its receipt").hasStatus(HttpStatus.OK);

        assertThat(post("/visits/held/" + late.id() + "/reopening", field.officerAccount))
                .hasStatus3xxRedirection();
        assertThat(figure("VISITS")).isZero();
        assertThat(status()).isEqualTo("NEEDS_ATTENTION");

        assertThat(decide("AT_HOUSEHOLD:" + other, 2, "")).hasStatus3xxRedirection();
        assertThat(status()).isEqualTo("CORRECTED");
        assertThat(figure("VISITS")).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from audit_entry where subject_id = ? and action like 'visit.held%'")
                        .param(late.id().toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
    }

    @Test
    void dismissesItWithAReasonThatItsTellerReads() {
        assertThat(decide("DISMISS", 0, "")).as("without a reason").hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(decide("DISMISS", 0, "Ghi nhầm hộ")).hasStatus3xxRedirection();
        assertThat(decide("DISMISS", 0, "hai lần"))
                .as("somebody else decided meanwhile")
                .hasStatus(HttpStatus.CONFLICT);

        assertThat(phone.asks(late.id()))
                .bodyJson()
                .hasPathSatisfying("$[0].status", it -> assertThat(it).isEqualTo("DISMISSED"))
                .hasPathSatisfying("$[0].reason", it -> assertThat(it).isEqualTo("Ghi nhầm hộ"));
        assertThat(get("/field/outbox", field.leaderAccount)).bodyText().contains("Ghi nhầm hộ");
        assertThat(post("/visits/held/" + late.id() + "/reopening", field.officerAccount))
                .hasStatus3xxRedirection();
        assertThat(status()).isEqualTo("NEEDS_ATTENTION");
    }

    @Test
    void booksWithoutWhoHadDied() {
        field.gone(field.elder, "DECEASED", today.minusDays(2));
        VisitCommand visit = field.aVisit()
                .at(late.visitedAt())
                .atHousehold(other)
                .activating(field.elder, "E_ID_L2")
                .command();
        phone.sends(visit);

        assertThat(post(
                        "/visits/held/" + visit.id() + "/decision",
                        field.officerAccount,
                        "choice",
                        "WITHOUT_PERSONS",
                        "version",
                        "0"))
                .hasStatus3xxRedirection();
        assertThat(jdbc.sql("select count(*) from activation where visit_id = ?")
                        .param(visit.id())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(figure("VISITS")).isEqualTo(1);
    }

    @Test
    void staysWithinTheWard() {
        FieldFixture elsewhere = FieldFixture.in(jdbc);

        assertThat(get("/visits/held/" + late.id(), elsewhere.officerAccount)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/field/visits/" + late.id(), elsewhere.leaderAccount)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(
                        "/visits/held/" + late.id() + "/decision",
                        elsewhere.officerAccount,
                        "choice",
                        "DISMISS",
                        "version",
                        "0",
                        "reason",
                        "x"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/visits?show=ATTENTION", elsewhere.officerAccount))
                .bodyText()
                .doesNotContain(late.id().toString());
        assertThat(decide("AT_HOUSEHOLD:" + elsewhere.household, 0, ""))
                .as("a household of another ward")
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void letsTheLeaderChooseFieldByFieldWithoutScript() {
        VisitCommand first = field.aVisit().atHousehold(other).note("a").command();
        phone.sends(first);
        VisitCommand byOther = field.aVisit()
                .id(first.id())
                .at(first.visitedAt())
                .atHousehold(other)
                .note("Hẹn tối")
                .command();
        VisitCommand mine = field.aVisit()
                .id(first.id())
                .at(first.visitedAt())
                .atHousehold(other)
                .note("Hẹn sáng")
                .command();
        phone.corrects(UUID.randomUUID(), 1, byOther);
        UUID request = UUID.randomUUID();
        assertThat(phone.corrects(request, 1, mine)).hasStatus(HttpStatus.CONFLICT);
        String page = "/field/visits/" + first.id() + "/conflict";

        assertThat(get(page, field.leaderAccount))
                .bodyText()
                .contains("Hẹn sáng", "Hẹn tối", "choice.NOTE", "Bản không chọn vẫn nằm trong lịch sử");
        assertThat(get("/visits?show=ATTENTION", field.officerAccount))
                .bodyText()
                .contains(page);
        assertThat(post(
                        page,
                        field.leaderAccount,
                        "request",
                        request.toString(),
                        "version",
                        "2",
                        "choice.NOTE",
                        "mine"))
                .hasRedirectedUrl("/field/visits/" + first.id());

        assertThat(jdbc.sql("select note from visit where id = ?")
                        .param(first.id())
                        .query(String.class)
                        .single())
                .isEqualTo("Hẹn sáng");
        assertThat(phone.corrects(request, 1, mine))
                .as("the phone's own copy again")
                .hasStatus(HttpStatus.OK);
        assertThat(get(page, field.leaderAccount)).hasRedirectedUrl("/field/visits/" + first.id());

        for (int time = 1; time <= 2; time++) {
            assertThat(post(page + "/" + request + "/undo", field.leaderAccount))
                    .hasRedirectedUrl(page);
            assertThat(noteOf(first.id())).as("undone").isEqualTo("Hẹn tối");
            assertThat(get(page, field.leaderAccount)).bodyText().contains("choice.NOTE");
            String version = jdbc.sql("select version::text from visit where id = ?")
                    .param(first.id())
                    .query(String.class)
                    .single();
            MvcTestResult answered = post(
                    page,
                    field.leaderAccount,
                    "request",
                    request.toString(),
                    "version",
                    version,
                    "choice.NOTE",
                    "mine");
            assertThat(answered.getMvcResult().getFlashMap().get("flashUndo"))
                    .isEqualTo(page + "/" + request + "/undo");
            assertThat(noteOf(first.id())).as("chosen anew").isEqualTo("Hẹn sáng");
        }
        assertThat(post(page + "/" + request + "/undo", FieldFixture.in(jdbc).leaderAccount))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    private String noteOf(UUID visit) {
        return jdbc.sql("select note from visit where id = ?")
                .param(visit)
                .query(String.class)
                .single();
    }

    @Test
    void settlesAFlaggedVisitAndUndoesIt() {
        VisitCommand flagged = field.aVisit()
                .atHousehold(other)
                .at(Instant.now().plus(3, ChronoUnit.DAYS))
                .command();
        assertThat(new Phone(mvc, logins, field.leaderAccount).sends(flagged))
                .bodyJson()
                .hasPathSatisfying("$.receipt.status", it -> assertThat(it).isEqualTo("NEEDS_ATTENTION"));

        post("/visits/" + flagged.id() + "/settlement", field.officerAccount);
        assertThat(get("/visits/" + flagged.id(), field.officerAccount))
                .bodyText()
                .contains("Hoàn tác");
        post("/visits/" + flagged.id() + "/reopening", field.officerAccount);

        assertThat(jdbc.sql("select attention from visit where id = ?")
                        .param(flagged.id())
                        .query(String.class)
                        .single())
                .isEqualTo("FUTURE");
    }

    private MvcTestResult decide(String choice, int version, String reason) {
        return post(
                "/visits/held/" + late.id() + "/decision",
                field.officerAccount,
                "choice",
                choice,
                "version",
                String.valueOf(version),
                "reason",
                reason);
    }

    private String status() {
        return jdbc.sql("""
                        select coalesce((select state from held_visit where id = :id and state = 'DISMISSED'),
                            (select 'NEEDS_ATTENTION' from held_visit where id = :id and state = 'WAITING'),
                            (select status from visit where id = :id))
                        """).param("id", late.id()).query(String.class).single();
    }

    private String value(String sql) {
        return jdbc.sql(sql).param(late.id()).query(String.class).single();
    }

    private long figure(String measure) {
        return jdbc.sql("""
                        select coalesce(sum(f.amount), 0) from figure_daily f join measure m on m.id = f.measure_id
                        where f.unit_id = ? and m.code = ? and f.grain = 'DAY'
                        """).params(field.village, measure).query(Long.class).single();
    }

    private MvcTestResult get(String url, UUID account) {
        return mvc.get()
                .uri(url)
                .with(authentication(TestAccounts.signedIn(logins, account)))
                .exchange();
    }

    private MvcTestResult post(String url, UUID account, String... fields) {
        var request = mvc.post().uri(url).with(csrf()).with(authentication(TestAccounts.signedIn(logins, account)));
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
