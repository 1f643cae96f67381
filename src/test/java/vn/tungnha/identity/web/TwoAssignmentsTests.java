package vn.tungnha.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.ApiTokens;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.journeys.RunningApplication;
import vn.tungnha.shared.Days;

/** Somebody with several assignments reads all their places, and does with each role only what it may at its own place. */
@RunningApplication
class TwoAssignmentsTests {

    private static final String OWN_WARD = "20305";

    @Autowired
    private MockMvcTester web;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Logins logins;

    @Autowired
    private ApiTokens tokens;

    private Ward other;
    private TestAccounts accounts;
    private UUID officer;

    /** Runs An Khê, and looks at all of the city. */
    @BeforeEach
    void anOfficerWhoViewsTheProvince() {
        other = new Ward(jdbc);
        accounts = new TestAccounts(jdbc);
        long own = other.place("ankhe");
        officer = other.someone(Role.WARD_OFFICER, own, null);
        assign(Role.WARD_LEADER, own, null);
        assign(Role.LEADERSHIP_VIEWER, other.province(own), null);
    }

    @AfterEach
    void leaveNothingBehind() {
        other.leaveNothingBehind();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /teams/{team}/edit",
        "POST, /teams/{team}",
        "POST, /teams/{team}/dissolution",
        "POST, /teams/{team}/members",
        "POST, /members/{member}",
        "POST, /units/{village}/name",
        "POST, /units/{unit}/villages",
        "POST, /indicators/reported?unit={unit}",
        "PUT, /api/v1/reported-values/{unit}/2026-10",
        "POST, /reports/lock?unit={unit}&basedOn=0",
        "POST, /reports/approval?unit={unit}&teams={team}",
        "POST, /reports/teams/{team}/approval",
        "POST, /targets/entry?unit={unit}&indicator=VISITS&amount=1",
        "GET, /households/{household}",
        "GET, /visits/{visit}",
        "POST, /api/v1/visits",
        "POST, /units/changes?at={unit}"
    })
    void changesNothingWhereOneOnlyLooks(String method, String address) {
        assertThat(send(method, address, officer)).hasStatus(404);
    }

    @Test
    void readsTheFiguresOfAll() {
        assertThat(send("GET", "/dashboard/{unit}", officer)).hasStatusOk();
        assertThat(send("GET", "/reports?unit={unit}&period=2026-01", officer))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("action=\"/reports/lock");
        assertThat(send("GET", "/teams/{team}", officer))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("/teams/" + other.team() + "/edit");
        assertThat(send("GET", "/units/{unit}", officer))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("/villages/new");
    }

    @Test
    void doesAllOfItAtHome() {
        long own = jdbc.sql("""
            select min(a.team_id) from team_area a join unit_closure c on c.descendant_id = a.village_id
            where c.ancestor_id = ? and a.valid_to = '9999-12-31' and c.valid_to = '9999-12-31'
            """).param(other.place("ankhe")).query(Long.class).single();

        assertThat(send("GET", "/teams/" + own, officer))
                .hasStatusOk()
                .bodyText()
                .contains("/teams/" + own + "/edit");
        assertThat(send("GET", "/teams/" + own + "/edit", officer)).hasStatusOk();
        assertThat(send("GET", "/reports?unit=" + OWN_WARD + "&period=2026-01", officer))
                .hasStatusOk()
                .bodyText()
                .contains("/reports/lock");
        assertThat(send("GET", "/units/" + OWN_WARD, officer))
                .hasStatusOk()
                .bodyText()
                .contains("/villages/new");
    }

    /** Within one address too: it admits officers of wards and members of teams. */
    @Test
    void isNoOfficerWhereOneOnlyGoesAlong() {
        assign(Role.TEAM_MEMBER, null, other.team());

        assertThat(send("GET", "/field/visits/{visit}", officer)).hasStatusOk();
        assertThat(send("GET", "/field/visits/{visit}/correction", officer)).hasStatus(404);
        assertThat(send("POST", "/field/visits/{visit}/withdrawal?reason=x", officer))
                .hasStatus(404);
    }

    private void assign(Role role, Long unit, Long team) {
        accounts.assign(officer, role, unit, team, Days.SINCE_EVER, Days.FOREVER);
    }

    private MvcTestResult send(String method, String address, UUID account) {
        var things = other.things();
        String village = jdbc.sql("""
            select v.code from team_area a join unit_version v on v.unit_id = a.village_id
            where a.team_id = ? and a.home and v.valid_to = '9999-12-31' order by a.valid_to desc limit 1
            """).param(other.team()).query(String.class).single();
        String path = address.replace("{village}", village);
        for (var thing : things.entrySet()) {
            path = path.replace("{" + thing.getKey() + "}", thing.getValue());
        }
        var request = web.method(HttpMethod.valueOf(method)).uri(path);
        if (path.startsWith("/api/")) {
            return request.header(
                            "Authorization", "Bearer " + tokens.issue(account).token())
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(
                            method.equals("PUT")
                                    ? """
                                    {"source":"x","capturedOn":"2026-10-31","values":[{"measure":"DOSSIERS_RECEIVED","amount":1}]}
                                    """
                                    : """
                                    {"id":"%s","householdId":"%s","teamId":"%s","visitedAt":"2026-11-21T09:30:00+07:00",
                                     "outcome":"ABSENT"}
                                    """.formatted(UUID.randomUUID(), things.get("household"), other.team()))
                    .exchange();
        }
        request = request.with(authentication(TestAccounts.signedIn(logins, account)));
        if (method.equals("GET")) {
            return request.exchange();
        }
        return request.with(csrf())
                .param("period", "2026-10")
                .param("reason", "thử")
                .param("day", "2026-10-31")
                .param("version", "0")
                .param("source", "x")
                .param("capturedOn", "2026-10-31")
                .param("v.DOSSIERS_RECEIVED", "1")
                .exchange();
    }
}
