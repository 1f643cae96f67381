package vn.tungnha.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.tungnha.SharedApplication;

@SharedApplication
class SignInTests {

    private static final AtomicInteger NAMES = new AtomicInteger();

    @Autowired
    private MockMvcTester web;

    @Autowired
    private JdbcClient jdbc;

    private String name;
    private UUID account;

    @BeforeEach
    void account() {
        name = "nguoi" + NAMES.incrementAndGet();
        account = new TestAccounts(jdbc).account(name, Role.ADMIN, null);
    }

    @Test
    void locksANameAtTheFifthWrongPassword() {
        assertThat(wrong(name)).contains("Còn 4 lần thử");
        assertThat(wrong(name)).contains("Còn 3 lần thử");
        assertThat(wrong(name)).contains("Còn 2 lần thử");
        assertThat(wrong(name)).contains("Còn 1 lần thử");
        assertThat(wrong(name)).contains("15 phút");

        assertThat(login(name, TestAccounts.PASSWORD).getResponse().getRedirectedUrl())
                .isEqualTo("/login?error");
        jdbc.sql("update account set locked_until = now() - interval '1 minute' where id = ?")
                .param(account)
                .update();
        assertThat(login(name, TestAccounts.PASSWORD).getResponse().getRedirectedUrl())
                .isEqualTo("/");
    }

    @Test
    void answersAStrangerLikeAnyone() {
        String stranger = "khong-co-ai-" + name;

        for (int left = 4; left > 0; left--) {
            assertThat(wrong(stranger)).contains("Còn " + left + " lần thử");
        }
        assertThat(wrong(stranger)).contains("15 phút");
        assertThat(wrong(stranger)).contains("15 phút");
    }

    @Test
    void letsInByPhoneNumberInAnyUsualSpelling() {
        jdbc.sql("update account set phone = '+84905111222' where id = ?")
                .param(account)
                .update();

        assertThat(login("0905 111 222", TestAccounts.PASSWORD).getResponse().getRedirectedUrl())
                .isEqualTo("/");
        assertThat(login("+84 905.111.222", TestAccounts.PASSWORD).getResponse().getRedirectedUrl())
                .isEqualTo("/");
    }

    @Test
    void keepsATemporaryPasswordFromDoingAnythingElse() {
        jdbc.sql("update account set must_change_password = true where id = ?")
                .param(account)
                .update();
        MockHttpSession session = session(login(name, TestAccounts.PASSWORD));

        assertThat(web.get().uri("/accounts").session(session)).hasRedirectedUrl("/account/password");
        assertThat(change(session, "12345678")).hasStatus(422);
        assertThat(change(session, "Mat-khau-moi-2")).hasStatus3xxRedirection();
        assertThat(web.get().uri("/accounts").session(session)).hasStatusOk();
    }

    @Test
    void endsOtherSessionsWhenThePasswordChanges() {
        MockHttpSession phone = session(login(name, TestAccounts.PASSWORD));
        MockHttpSession desk = session(login(name, TestAccounts.PASSWORD));

        assertThat(change(desk, "Mat-khau-moi-3")).hasStatus3xxRedirection();

        assertThat(web.get().uri("/account").session(desk)).hasStatusOk();
        assertThat(web.get().uri("/account").session(phone)).hasRedirectedUrl("/login");
    }

    @Test
    void endsTheSessionOfAClosedAccountAtOnce() {
        MockHttpSession session = session(login(name, TestAccounts.PASSWORD));
        jdbc.sql("update account set enabled = false where id = ?")
                .param(account)
                .update();

        assertThat(web.get().uri("/account").session(session)).hasRedirectedUrl("/login");
    }

    @Test
    void remembersADeviceUntilItIsForgotten() {
        MvcTestResult login = web.post()
                .uri("/login")
                .with(csrf())
                .param("username", name)
                .param("password", TestAccounts.PASSWORD)
                .param("remember-me", "on")
                .exchange();
        Cookie device = login.getResponse().getCookie("remember-me");

        assertThat(device).isNotNull();
        assertThat(web.get().uri("/account").cookie(device)).hasStatusOk();
        assertThat(web.get().uri("/account").cookie(device)).hasStatusOk();
        jdbc.sql("delete from persistent_logins where username = ?").param(name).update();
        assertThat(web.get().uri("/account").cookie(device)).hasRedirectedUrl("/login");
    }

    @Test
    void refusesAFormWithoutItsToken() {
        MockHttpSession session = session(login(name, TestAccounts.PASSWORD));

        assertThat(web.post().uri("/account/devices/removal").session(session)).hasStatus(403);
        assertThat(web.post().uri("/account/devices/removal").session(session).with(csrf()))
                .hasStatus3xxRedirection();
    }

    @Test
    void leadsBackToTheLoginPageWhenItWasOpenForTooLong() {
        MvcTestResult late = web.post()
                .uri("/login")
                .param("username", name)
                .param("password", TestAccounts.PASSWORD)
                .exchange();

        assertThat(late).hasRedirectedUrl("/login?expired");
        assertThat(web.get().uri("/login").param("expired", "").session(session(late)))
                .bodyText()
                .contains("Đăng nhập lại để đi tiếp", "value=\"" + name + "\"");
    }

    @Test
    void sendsTheHeadersThatProtectAPage() {
        var headers = web.get().uri("/login").exchange().getResponse();

        assertThat(headers.getHeader("Content-Security-Policy"))
                .contains("default-src 'self'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getHeader("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(headers.getHeader("Permissions-Policy")).contains("geolocation=()");
        assertThat(web.get().uri("/login").secure(true).exchange().getResponse().getHeader("Strict-Transport-Security"))
                .contains("max-age");
    }

    @Test
    void reloadsThePageWhenAFragmentIsAskedForWithoutASession() {
        assertThat(web.get().uri("/accounts").header("HX-Request", "true")).hasHeader("HX-Refresh", "true");
    }

    @Test
    void givesATokenThatWorksUntilItIsGivenBack() throws Exception {
        MvcTestResult issued = web.post()
                .uri("/api/v1/tokens")
                .with(httpBasic(name, TestAccounts.PASSWORD))
                .exchange();
        assertThat(issued).hasStatus(201);
        String token = issued.getResponse().getContentAsString().replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");

        assertThat(jdbc.sql("select count(*) from api_token where token_hash = ?")
                        .param(token.getBytes(StandardCharsets.UTF_8))
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(revoke(token)).hasStatus(204);
        assertThat(revoke(token))
                .hasStatus(401)
                .bodyJson()
                .extractingPath("code")
                .isEqualTo("UNAUTHORIZED");
    }

    @Test
    void locksTheTokenDoorLikeTheLoginPage() {
        for (int attempt = 1; attempt < 5; attempt++) {
            assertThat(web.post().uri("/api/v1/tokens").with(httpBasic(name, "sai")))
                    .hasStatus(401)
                    .hasContentType("application/problem+json")
                    .bodyJson()
                    .extractingPath("title")
                    .asString()
                    .contains("Còn " + (5 - attempt));
        }
        assertThat(web.post().uri("/api/v1/tokens").with(httpBasic(name, "sai")))
                .hasStatus(401)
                .bodyJson()
                .extractingPath("code")
                .isEqualTo("LOCKED_OUT");
        assertThat(web.post().uri("/api/v1/tokens").with(httpBasic(name, TestAccounts.PASSWORD)))
                .hasStatus(401);
    }

    @Test
    void takesNoSessionAndNoPasswordForTheRestOfTheApi() {
        MockHttpSession session = session(login(name, TestAccounts.PASSWORD));

        assertThat(web.delete().uri("/api/v1/tokens/current").session(session)).hasStatus(401);
        assertThat(web.delete().uri("/api/v1/tokens/current").with(httpBasic(name, TestAccounts.PASSWORD)))
                .hasStatus(401);
    }

    private MvcTestResult revoke(String token) {
        return web.delete()
                .uri("/api/v1/tokens/current")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }

    private MvcTestResult change(MockHttpSession session, String password) {
        return web.post()
                .uri("/account/password")
                .session(session)
                .with(csrf())
                .param("present", TestAccounts.PASSWORD)
                .param("password", password)
                .param("repeat", password)
                .exchange();
    }

    private MvcTestResult login(String username, String password) {
        return web.post()
                .uri("/login")
                .with(csrf())
                .param("username", username)
                .param("password", password)
                .exchange();
    }

    /** What the login page says after a wrong password. */
    private String wrong(String username) {
        MockHttpSession session = session(login(username, "chắc chắn sai"));
        try {
            return web.get()
                    .uri("/login")
                    .param("error", "")
                    .session(session)
                    .exchange()
                    .getResponse()
                    .getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MockHttpSession session(MvcTestResult result) {
        return (MockHttpSession) result.getRequest().getSession();
    }
}
