package vn.tungnha.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.ForgottenDevices;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.shared.Release;

@SharedApplication
class PhoneTests {

    private static final String ANDROID =
            "Mozilla/5.0 (Linux; Android 13; SM-A045F) AppleWebKit/537.36 (KHTML, like Gecko)"
                    + " Chrome/131.0.0.0 Mobile Safari/537.36";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Logins logins;

    @Autowired
    private Release release;

    private final UUID device = UUID.randomUUID();
    private final MockHttpSession session = new MockHttpSession();

    @Autowired
    private ForgottenDevices forgotten;

    private FieldFixture field;

    @BeforeEach
    void layOutAWard() {
        field = FieldFixture.in(jdbc);
    }

    @Test
    void tellsHowItStands() {
        assertThat(get("/field/sync?unsent=3&oldest=2026-11-20T01:00:00Z"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.csrf.token", token -> token.assertThat().asString().isNotBlank())
                .hasPathSatisfying(
                        "$.csrf.header",
                        header -> header.assertThat().asString().startsWith("X-"))
                .hasPathSatisfying("$.account", id -> id.assertThat().isEqualTo(field.leaderAccount.toString()))
                .hasPathSatisfying("$.release", value -> value.assertThat().isEqualTo(release.value()))
                .hasPathSatisfying("$.device", state -> state.assertThat().isEqualTo("OK"));
        assertThat(jdbc.sql(
                                "select browser || ' ' || system || ' ' || unsent || ' ' || oldest_unsent_at::date from device where id = ?")
                        .param(device)
                        .query(String.class)
                        .single())
                .isEqualTo("Chrome Android 3 2026-11-20");
    }

    @Test
    void neverLeadsAScriptToTheLoginPage() {
        for (String address : new String[] {"/field/sync", "/field/snapshot", "/field/sync/visits"}) {
            assertThat(mvc.get().uri(address))
                    .hasStatus(401)
                    .hasContentType("application/problem+json")
                    .bodyJson()
                    .hasPathSatisfying("$.device", state -> state.assertThat().isEqualTo("OK"));
        }
        assertThat(mvc.get().uri("/field")).hasStatus(302);
    }

    @Test
    void saysThatTheTokenIsTooOld() {
        assertThat(mvc.post()
                        .uri("/field/sync/visits")
                        .with(authentication(TestAccounts.signedIn(logins, field.leaderAccount))))
                .hasStatus(403)
                .hasContentType("application/problem+json")
                .bodyJson()
                .hasPathSatisfying("$.code", code -> code.assertThat().isEqualTo("CSRF"));
        assertThat(mvc.post()
                        .uri("/field/skips")
                        .with(authentication(TestAccounts.signedIn(logins, field.leaderAccount))))
                .hasStatus(403);
    }

    @Test
    void asksForANewPasswordWithoutAPage() {
        jdbc.sql("update account set must_change_password = true where id = ?")
                .param(field.leaderAccount)
                .update();

        assertThat(get("/field/sync")).hasStatus(403).bodyJson().hasPathSatisfying("$.code", code -> code.assertThat()
                .isEqualTo("PASSWORD_CHANGE_REQUIRED"));
    }

    @Test
    void writesADeviceDownOnceAMinuteUnlessItsWorkChanged() {
        get("/field/sync?unsent=1");
        var first = lastSeen();
        get("/field/sync?unsent=1");
        assertThat(lastSeen()).isEqualTo(first);
        get("/field/sync?unsent=2");
        assertThat(lastSeen()).isNotEqualTo(first);
    }

    @Test
    void forgetsPhonesNobodyHasSeenForHalfAYearUnlessTheyKeepWork() {
        UUID other = new TestAccounts(jdbc).account("lau-" + device);
        get("/field/sync?unsent=1");
        get("/field/sync?unsent=0", other, new MockHttpSession());
        jdbc.sql("update device set last_seen_at = last_seen_at - interval '182 days' where id = ?")
                .param(device)
                .update();
        forgotten.forget();
        assertThat(accounts()).as("nearly half a year").containsExactlyInAnyOrder(field.leaderAccount, other);

        jdbc.sql("update device set last_seen_at = last_seen_at - interval '2 days' where id = ?")
                .param(device)
                .update();
        forgotten.forget();
        assertThat(accounts()).containsExactly(field.leaderAccount);
    }

    private List<UUID> accounts() {
        return jdbc.sql("select account_id from device where id = ?")
                .param(device)
                .query(UUID.class)
                .list();
    }

    @Test
    void keepsWhatOneAccountLeftUnsentWhenAnotherSignsIn() {
        UUID other = new TestAccounts(jdbc).account("khac-" + device);
        get("/field/sync?unsent=4");

        get("/field/sync?unsent=0", other, new MockHttpSession());

        assertThat(jdbc.sql("select unsent from device where id = ? order by unsent")
                        .param(device)
                        .query(Integer.class)
                        .list())
                .containsExactly(0, 4);
    }

    @Test
    void cutsARevokedDeviceOffFromEverythingButSending() {
        assertThat(get("/field")).hasStatusOk();
        get("/field/sync");
        revoke();

        assertThat(get("/field/sync"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.device", state -> state.assertThat().isEqualTo("REVOKED"));
        assertThat(get("/field/snapshot"))
                .hasStatus(403)
                .bodyJson()
                .hasPathSatisfying("$.code", code -> code.assertThat().isEqualTo("DEVICE_REVOKED"));
        assertThat(get("/field")).hasStatus(302);
        assertThat(get("/field/households/" + field.household)).hasStatus(302);
        assertThat(jdbc.sql("select told_at is not null from device where id = ?")
                        .param(device)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void isNotFooledByANewNameInTheSameSession() {
        get("/field/sync");
        revoke();

        assertThat(mvc.get()
                        .uri("/field/snapshot")
                        .header("X-Device", UUID.randomUUID())
                        .session(session)
                        .with(authentication(TestAccounts.signedIn(logins, field.leaderAccount))))
                .hasStatus(403);
    }

    @Test
    void tellsARevokedPhoneWhoseLoginHasEnded() {
        get("/field/sync");
        revoke();

        assertThat(mvc.get().uri("/field/sync").header("X-Device", device))
                .hasStatus(401)
                .bodyJson()
                .hasPathSatisfying("$.device", state -> state.assertThat().isEqualTo("REVOKED"));
        assertThat(mvc.get().uri("/field/sync").header("X-Device", "no uuid")).hasStatus(401);
    }

    private void revoke() {
        jdbc.sql("update device set revoked_at = now() where id = ?")
                .param(device)
                .update();
    }

    private OffsetDateTime lastSeen() {
        return jdbc.sql("select last_seen_at from device where id = ?")
                .param(device)
                .query(OffsetDateTime.class)
                .single();
    }

    private MvcTestResult get(String url) {
        return get(url, field.leaderAccount, session);
    }

    private MvcTestResult get(String url, UUID account, MockHttpSession in) {
        return mvc.get()
                .uri(url)
                .header("X-Device", device)
                .header("User-Agent", ANDROID)
                .session(in)
                .with(authentication(TestAccounts.signedIn(logins, account)))
                .exchange();
    }
}
