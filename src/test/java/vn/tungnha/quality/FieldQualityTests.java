package vn.tungnha.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.visits.FieldFixture;
import vn.tungnha.visits.Visits;

/** What a team's leader reads on the phone of the own team's faults. */
@Tag("slow")
@SharedApplication
class FieldQualityTests {

    private static final String PAGE = "/field/quality?check=FUTURE_DATE";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Visits visits;

    @Autowired
    private Logins logins;

    private FieldFixture field;
    private FieldFixture elsewhere;

    @BeforeEach
    void twoTeams() {
        field = FieldFixture.in(jdbc);
        elsewhere = FieldFixture.in(jdbc);
    }

    @Test
    void showsTheFaultOfTheOwnTeamWithTheWayToMendIt() {
        assertThat(get(PAGE, field.leaderAccount)).hasStatusOk().bodyText().doesNotContain("K112/14");

        visits.record(field.aVisit().at(Instant.now().plus(3, ChronoUnit.HOURS)).command(), field.leader());

        assertThat(get(PAGE, field.leaderAccount))
                .hasStatusOk()
                .bodyText()
                .contains("K112/14", "href=\"/field/", "href=\"/field/progress\"");
        assertThat(get(PAGE, elsewhere.leaderAccount)).hasStatusOk().bodyText().doesNotContain("K112/14");
    }

    @Test
    void isForLeadersOfTeams() {
        assertThat(get(PAGE, field.officerAccount)).hasStatus(404);
        assertThat(get("/field/quality?check=NO_SUCH_CHECK", field.leaderAccount))
                .hasStatusOk();
    }

    private MvcTestResult get(String address, UUID account) {
        return mvc.get()
                .uri(address)
                .with(authentication(TestAccounts.signedIn(logins, account)))
                .exchange();
    }
}
