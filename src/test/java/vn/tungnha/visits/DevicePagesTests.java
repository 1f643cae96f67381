package vn.tungnha.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;

/** Phones as their owners and their ward see them. */
@SharedApplication
class DevicePagesTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Logins logins;

    private final UUID device = UUID.randomUUID();
    private FieldFixture field;
    private String ofTheLeader;

    @BeforeEach
    void aPhone() {
        field = FieldFixture.in(jdbc);
        ofTheLeader = "/accounts/" + field.leaderAccount + "/devices/" + device;
        jdbc.sql("""
                        insert into device (account_id, id, browser, system, first_seen_at, last_seen_at, unsent,
                                            oldest_unsent_at, login_series)
                        values (?, ?, 'Chrome', 'Android', now() - interval '9 days', now() - interval '8 days', 3,
                                now() - interval '8 days', ?)
                        """).params(field.leaderAccount, device, device.toString()).update();
        jdbc.sql("insert into persistent_logins values ((select username from account where id = ?), ?, 'x', now())")
                .params(field.leaderAccount, device.toString())
                .update();
    }

    @Test
    void showsAWardThePhonesOfItsTeams() {
        assertThat(get("/accounts/devices", field.officerAccount))
                .hasStatusOk()
                .bodyText()
                .contains("Chrome trên Android", "3 việc chưa gửi, từ", "Lâu không dùng", ofTheLeader + "/revocation");
        for (String standing : new String[] {"UNSEEN", "UNSENT"}) {
            assertThat(get("/accounts/devices?show=" + standing, field.officerAccount))
                    .bodyText()
                    .contains(device.toString());
        }
        for (String nothing : new String[] {"show=REVOKED", "q=kh%C3%B4ng-ai"}) {
            assertThat(get("/accounts/devices?" + nothing, field.officerAccount))
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain(device.toString());
        }
        assertThat(get("/accounts/" + field.leaderAccount, field.officerAccount))
                .hasStatusOk()
                .bodyText()
                .contains("Chrome trên Android", "Ngắt mọi máy của tài khoản");
    }

    @Test
    void hidesThePhonesOfOtherWards() {
        UUID stranger = FieldFixture.in(jdbc).officerAccount;

        assertThat(get("/accounts/devices", stranger)).hasStatusOk().bodyText().doesNotContain(device.toString());
        assertThat(post(ofTheLeader + "/revocation", stranger)).hasStatus(404);
        assertThat(post(ofTheLeader + "/restoration", stranger)).hasStatus(404);
        assertThat(post("/accounts/" + field.leaderAccount + "/devices/revocation", stranger))
                .hasStatus(404);
        assertThat(post("/account/devices/" + device + "/revocation", stranger)).hasStatus(404);
        assertThat(isRevoked()).isFalse();
    }

    @Test
    void letsAWardCutAPhoneOffAndTakeItBackUntilThePhoneHasHeard() {
        assertThat(post(ofTheLeader + "/revocation?list=true", field.officerAccount))
                .hasRedirectedUrl("/accounts/devices");
        assertThat(isRevoked()).isTrue();
        assertThat(remembered()).as("the remembered login ends too").isZero();
        assertThat(get("/accounts/devices?show=REVOKED", field.officerAccount))
                .bodyText()
                .contains("Đã ngắt, máy chưa biết", "Nối lại");

        assertThat(post(ofTheLeader + "/restoration", field.officerAccount))
                .hasRedirectedUrl("/accounts/" + field.leaderAccount);
        assertThat(isRevoked()).isFalse();

        post(ofTheLeader + "/revocation", field.officerAccount);
        mvc.get().uri("/field/sync").header("X-Device", device).exchange();
        assertThat(post(ofTheLeader + "/restoration", field.officerAccount)).hasStatus(422);
        assertThat(jdbc.sql("""
                                select action from audit_entry
                                where subject_id = ? and action like 'device.%' order by id
                                """)
                        .param(field.leaderAccount.toString())
                        .query(String.class)
                        .list())
                .containsExactly("device.revoked", "device.restored", "device.revoked");
    }

    @Test
    void cutsOffEveryPhoneOfAnAccount() {
        assertThat(post("/accounts/" + field.leaderAccount + "/devices/revocation", field.officerAccount))
                .hasRedirectedUrl("/accounts/" + field.leaderAccount);

        assertThat(isRevoked()).isTrue();
        assertThat(remembered()).isZero();
    }

    @Test
    void letsAnOwnerCutOffALostPhone() {
        assertThat(get("/account", field.leaderAccount))
                .hasStatusOk()
                .bodyText()
                .contains("Máy của tôi", "/account/devices/" + device + "/revocation");

        assertThat(post("/account/devices/" + device + "/revocation", field.leaderAccount))
                .hasRedirectedUrl("/account");
        assertThat(isRevoked()).isTrue();
        assertThat(post("/account/devices/" + device + "/restoration", field.leaderAccount))
                .hasRedirectedUrl("/account");
        assertThat(isRevoked()).isFalse();
        assertThat(post("/account/devices/" + UUID.randomUUID() + "/revocation", field.leaderAccount))
                .hasStatus(404);
    }

    @Test
    void tellsThePhoneOfAClosedAccount() {
        jdbc.sql("update account set enabled = false where id = ?")
                .param(field.leaderAccount)
                .update();

        assertThat(mvc.get().uri("/field/sync").header("X-Device", device))
                .hasStatus(401)
                .bodyText()
                .contains("REVOKED");
    }

    private boolean isRevoked() {
        return jdbc.sql("select revoked_at is not null from device where id = ?")
                .param(device)
                .query(Boolean.class)
                .single();
    }

    private int remembered() {
        return jdbc.sql("select count(*) from persistent_logins where series = ?")
                .param(device.toString())
                .query(Integer.class)
                .single();
    }

    private MvcTestResult get(String url, UUID account) {
        return mvc.get()
                .uri(url)
                .with(authentication(TestAccounts.signedIn(logins, account)))
                .exchange();
    }

    private MvcTestResult post(String url, UUID account) {
        return mvc.post()
                .uri(url)
                .with(csrf())
                .with(authentication(TestAccounts.signedIn(logins, account)))
                .exchange();
    }
}
