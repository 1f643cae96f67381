package vn.tungnha.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.login.Logins;

/** The one-time link of a first start, in a database where nobody has a password yet. */
@SharedApplication
@Transactional
class FirstAdministratorTests {

    @Autowired
    private FirstAdministrator first;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Logins logins;

    @BeforeEach
    void nobodyCanLogIn() {
        jdbc.sql("update account set password_hash = null, enabled = true").update();
    }

    @Test
    void isMissingUntilSomebodyHasAPassword() {
        assertThat(first.isMissing()).isTrue();
        first.link();
        assertThat(first.isMissing()).as("a link alone lets nobody in").isTrue();

        new TestAccounts(jdbc).account("dau-tien");

        assertThat(first.isMissing()).isFalse();
    }

    @Test
    void letsTheFirstAdministratorInOnce() {
        String secret = first.link();

        assertThat(open(secret)).hasStatusOk().bodyText().contains("name=\"repeat\"");
        assertThat(choose(secret, TestAccounts.PASSWORD, TestAccounts.PASSWORD))
                .hasStatus(302)
                .hasRedirectedUrl("/login");

        UUID account = jdbc.sql("select id from account where username = 'quan-tri-dau'")
                .query(UUID.class)
                .single();
        assertThat(logins.current(account).orElseThrow().roles()).containsExactly(Role.ADMIN);
        assertThat(first.isMissing()).isFalse();
        assertThat(open(secret)).hasStatus(404);
        assertThat(choose(secret, TestAccounts.PASSWORD, TestAccounts.PASSWORD)).hasStatus(404);
    }

    @Test
    void keepsTheLinkAliveWhileTheFormIsWrong() {
        String secret = first.link();

        assertThat(choose(secret, TestAccounts.PASSWORD, "khac-hoan-toan-2")).hasStatus(422);
        assertThat(choose(secret, "ngan", "ngan")).hasStatus(422);

        assertThat(first.isMissing()).isTrue();
        assertThat(open(secret)).hasStatusOk();
    }

    @Test
    void killsTheLinkAfterADay() {
        String secret = first.link();
        jdbc.sql("update setup_link set expires_at = expires_at - interval '25 hours'")
                .update();

        assertThat(open(secret)).hasStatus(404);
        assertThat(choose(secret, TestAccounts.PASSWORD, TestAccounts.PASSWORD)).hasStatus(404);
        assertThat(first.isMissing()).isTrue();
    }

    @Test
    void killsOlderLinksAtTheNextStart() {
        String older = first.link();
        String fresh = first.link();

        assertThat(open(older)).hasStatus(404);
        assertThat(open(fresh)).hasStatusOk();
        assertThat(jdbc.sql("select count(*) from account where username = 'first-administrator'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void knowsNoOtherSecret() {
        first.link();

        assertThat(open("doan-mo")).hasStatus(404);
        assertThat(web.post().uri("/setup/doan-mo").with(csrf()).with(user("ai-do")))
                .hasStatus(404);
    }

    private MvcTestResult open(String secret) {
        return web.get().uri("/setup/" + secret).exchange();
    }

    private MvcTestResult choose(String secret, String password, String repeat) {
        return web.post()
                .uri("/setup/" + secret)
                .with(csrf())
                .param("username", "quan-tri-dau")
                .param("displayName", "Quản trị đầu tiên")
                .param("password", password)
                .param("repeat", repeat)
                .exchange();
    }
}
