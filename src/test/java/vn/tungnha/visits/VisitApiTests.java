package vn.tungnha.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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
import vn.tungnha.shared.Days;

@SharedApplication
class VisitApiTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private Logins logins;

    @Autowired
    private Counters counters;

    private FieldFixture field;
    private String token;
    private final UUID id = UUID.randomUUID();

    @BeforeEach
    void layOutAWard() {
        field = FieldFixture.in(jdbc);
        token = tokens.issue(field.leaderAccount).token();
    }

    @Test
    void answers201Then200ForTheSameVisitAnd409ForAnother() {
        String visit = visit("MET", activated("E_ID_L2"));

        assertThat(send("/visits", visit))
                .hasStatus(HttpStatus.CREATED)
                .bodyJson()
                .hasPathSatisfying("$.status", it -> assertThat(it).isEqualTo("RECORDED"))
                .hasPathSatisfying("$.version", it -> assertThat(it).isEqualTo(1));
        assertThat(send("/visits", visit.replace(",", " ,\n"))).hasStatus(HttpStatus.OK);
        assertThat(send("/visits", visit("ABSENT", "")))
                .hasStatus(HttpStatus.CONFLICT)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void namesTheFieldThatIsWrongAndStoresNothing() {
        MvcTestResult refused = send("/visits", visit("MET", activated("NO_SUCH_TYPE")));

        assertThat(refused)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyText()
                .contains("activations[0].accountType", "NO_SUCH_TYPE");
        assertThat(send("/visits", "{\"id\":\"" + id + "\"}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("householdId");
        assertThat(count()).isZero();
    }

    @Test
    void correctsOnTheVersionThatWasReadAndNeverRevivesWhatWasWithdrawn() {
        String visit = visit("ABSENT", "");
        send("/visits", visit);
        String corrected = correction(UUID.randomUUID(), visit("MET", activated("E_ID_L2")));

        assertThat(send("/visits/" + id + "/correction", corrected))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.status", it -> assertThat(it).isEqualTo("CORRECTED"))
                .hasPathSatisfying("$.version", it -> assertThat(it).isEqualTo(2));
        assertThat(send("/visits/" + id + "/correction", corrected))
                .as("the same correction sent again")
                .hasStatusOk();
        assertThat(send("/visits/" + id + "/correction", correction(UUID.randomUUID(), visit)))
                .as("based on a version that is no longer the last")
                .hasStatus(HttpStatus.CONFLICT);

        assertThat(send("/visits/" + id + "/withdrawal", "{\"reason\":\"Ghi nhầm hộ\"}"))
                .hasStatusOk();
        assertThat(send("/visits", visit)).hasStatusOk().bodyJson().hasPathSatisfying("$.status", it -> assertThat(it)
                .isEqualTo("WITHDRAWN"));
        assertThat(send("/visits/" + id + "/withdrawal", "{}"))
                .as("withdrawn already: asking again changes nothing")
                .hasStatusOk();
    }

    @Test
    void takesAHouseholdAndItsPeopleMetForTheFirstTime() {
        UUID household = UUID.randomUUID();
        UUID resident = UUID.randomUUID();
        String visit = """
                {"id":"%s","householdId":"%s","teamId":"%d","visitedAt":"%sT00:00:01+07:00","outcome":"MET",
                 "newHousehold":{"village":"%s","alley":"Kiệt 112 Hải Phòng","number":"99"},
                 "newResidents":[{"id":"%s","name":"Võ Thị Mới","birthYear":1970,"householder":true}],
                 "activations":[{"residentId":"%s","accountType":"E_ID_L2","result":"ACTIVATED"}]}
                """.formatted(id, household, field.team, today(), field.villageCode(), resident, resident);

        assertThat(send("/visits", visit)).hasStatus(HttpStatus.CREATED);
        assertThat(send("/visits", visit)).hasStatus(HttpStatus.OK);

        assertThat(jdbc.sql("select name from resident where household_id = ?")
                        .param(household)
                        .query(String.class)
                        .list())
                .containsExactly("Võ Thị Mới");
        assertThat(figure(field.village, "E_ID_L2_HOLDERS")).isEqualTo(1);
    }

    @Test
    void countsALateVisitWhereTheHouseholdWasOnThatDay() {
        long elsewhere = field.moveOn(today().minusDays(2));
        String visit = visit("MET", activated("E_ID_L2")).replace(today() + "T", today().minusDays(5) + "T");

        assertThat(send("/visits", visit)).hasStatus(HttpStatus.CREATED);

        assertThat(figure(field.village, "VISITS")).isEqualTo(1);
        assertThat(figure(elsewhere, "VISITS")).isZero();
        assertThat(figure(field.village, "E_ID_L2_NEW")).isEqualTo(1);
        assertThat(figure(field.village, "E_ID_L2_HOLDERS"))
                .as("the holder has moved on with the household")
                .isZero();
        assertThat(figure(elsewhere, "E_ID_L2_HOLDERS")).isEqualTo(1);
    }

    @Test
    void countsAndOffersAnAccountTypeAddedByAnAdministrator() {
        counters.refill();
        UUID administrator = field.administrator();
        String code = "LIB" + Math.abs(administrator.hashCode());
        String[] row = {
            "code",
            code,
            "nameVi",
            "Thẻ thư viện số " + code,
            "nameEn",
            "Library card",
            "icon",
            "school",
            "minAge",
            "16",
            "topic",
            "EDUCATION",
            "position",
            "50",
            "onForm",
            "true",
            "enabled",
            "true"
        };
        assertThat(post("/admin/catalogue/account-types", administrator, row))
                .hasRedirectedUrl("/admin/catalogue#account-types");
        assertThat(post("/admin/catalogue/account-types", administrator, row))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Mã " + code + " đã có.");
        assertThat(post("/admin/catalogue/account-types", field.leaderAccount, row))
                .hasStatus(HttpStatus.NOT_FOUND);

        assertThat(get("/field/households/" + field.household + "/visits/new", field.leaderAccount))
                .bodyText()
                .contains("Thẻ thư viện số " + code, "r." + field.adult + "." + code)
                .doesNotContain("r." + field.child + "." + code);
        assertThat(send("/visits", visit("MET", activated(code)))).hasStatus(HttpStatus.CREATED);

        awaitThatNewMeasuresAreCounted();
        assertThat(figure(field.village, code + "_HOLDERS")).isEqualTo(1);
        assertThat(figure(field.village, code + "_NEW")).isEqualTo(1);
        assertThat(figure(field.village, "PERSONS_REGISTERED_16")).isPositive();
        assertThat(get("/field/progress", field.leaderAccount))
                .bodyText()
                .contains("Thẻ thư viện số " + code, "1/2 người");
        assertThat(jdbc.sql("select count(*) from audit_entry where subject = 'catalogue' and subject_id = ?")
                        .param("account-types/" + code)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        row[row.length - 1] = "false";
        String page = "/admin/catalogue/account-types/" + code;
        assertThat(post(page, administrator, row)).hasStatus3xxRedirection();
        assertThat(post(page, administrator, row))
                .as("typed from the old version")
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(get("/field/households/" + field.household + "/visits/new", field.leaderAccount))
                .bodyText()
                .doesNotContain(code);
    }

    private String visit(String outcome, String more) {
        return """
                {"id":"%s","householdId":"%s","teamId":"%d","visitedAt":"%sT00:00:01+07:00","outcome":"%s"%s}
                """.formatted(id, field.household, field.team, today(), outcome, more);
    }

    private String activated(String accountType) {
        return ",\"activations\":[{\"residentId\":\"%s\",\"accountType\":\"%s\",\"result\":\"ACTIVATED\"}]"
                .formatted(field.adult, accountType);
    }

    private static String correction(UUID request, String visit) {
        return "{\"id\":\"%s\",\"basedOn\":1,\"reason\":\"Chọn nhầm\",\"visit\":%s}".formatted(request, visit);
    }

    private static LocalDate today() {
        return LocalDate.now(Days.ZONE);
    }

    private int count() {
        return jdbc.sql("select count(*) from visit where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private long figure(long unit, String measure) {
        return jdbc.sql("""
                        select coalesce(sum(f.amount), 0) from figure_daily f join measure m on m.id = f.measure_id
                        where f.unit_id = ? and m.code = ? and f.grain = 'DAY' and f.day <= ?
                        """).params(unit, measure, today()).query(Long.class).single();
    }

    private MvcTestResult send(String url, String json) {
        return mvc.post()
                .uri("/api/v1" + url)
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
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

    /** They are counted piece by piece in the background, over all that other tests have left in the register too. */
    private void awaitThatNewMeasuresAreCounted() {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (jdbc.sql("select exists (select from measure_count)")
                .query(Boolean.class)
                .single()) {
            assertThat(System.nanoTime()).as("still counting").isLessThan(patience);
            LockSupport.parkNanos(50_000_000);
        }
    }
}
