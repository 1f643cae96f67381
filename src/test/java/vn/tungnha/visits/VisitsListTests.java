package vn.tungnha.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;

/** Visits that ask to be looked at, worked through many at once. */
@SharedApplication
class VisitsListTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Visits visits;

    @Autowired
    private Logins logins;

    @Test
    void marksVisitsAsLookedAtAndAsksAgainAfterAnUndo() {
        FieldFixture field = FieldFixture.in(jdbc);
        UUID visit = visits.record(field.aVisit().command(), field.leader()).id();
        jdbc.sql("update visit set attention = 'DOUBLE' where id = ?")
                .param(visit)
                .update();

        MvcTestResult marked =
                post("/lists/visits/changes", field.officerAccount, "edit", "looked", "row", visit.toString());

        assertThat(attention(visit)).isEmpty();
        assertThat(marked).hasRedirectedUrl("/visits");
        String undo = String.valueOf(marked.getMvcResult().getFlashMap().get("flashUndo"));
        assertThat(post(undo, field.officerAccount)).hasRedirectedUrl("/visits");
        assertThat(attention(visit)).isEqualTo("DOUBLE");
        assertThat(post("/lists/visits/changes", field.leaderAccount, "edit", "looked", "row", visit.toString()))
                .hasStatus(404);
    }

    private String attention(UUID visit) {
        return jdbc.sql("select coalesce(attention, '') from visit where id = ?")
                .param(visit)
                .query(String.class)
                .single();
    }

    private MvcTestResult post(String url, UUID account, String... fields) {
        var request = mvc.post().uri(url).with(csrf()).with(authentication(TestAccounts.signedIn(logins, account)));
        for (int field = 0; field < fields.length; field += 2) {
            request = request.param(fields[field], fields[field + 1]);
        }
        return request.exchange();
    }
}
