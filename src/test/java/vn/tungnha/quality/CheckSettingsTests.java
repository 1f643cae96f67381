package vn.tungnha.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.units.TestUnits;

@SharedApplication
@Transactional
class CheckSettingsTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private CheckSettings settings;

    @Autowired
    private Checks checks;

    @Autowired
    private TestUnits units;

    @Autowired
    private Logins logins;

    @Autowired
    private JdbcClient jdbc;

    private UUID admin;

    @BeforeEach
    void signIn() {
        admin = new TestAccounts(jdbc).account("a" + UUID.randomUUID(), Role.ADMIN, null);
    }

    @Test
    void changesAThresholdForTheChecksAndTheTrail() {
        assertThat(post("/quality/checks/JUMP", "30", true, 0)).hasRedirectedUrl("/quality/checks");

        assertThat(checks.in(List.of()).checks())
                .filteredOn(it -> it.code().equals("JUMP"))
                .singleElement()
                .satisfies(it -> assertThat(it.threshold()).isEqualByComparingTo("30"));
        assertThat(page()).contains("Tăng, giảm bất thường: từ 50 thành 30", "Thay đổi hơn 30%", "Từ 5 đến 1.000");
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'quality.check-set' and subject_id ="
                                + " 'JUMP'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void switchesACheckOffAndTakesThatBack() {
        post("/quality/checks/SPEED", "40", false, 0);
        assertThat(checks.in(List.of()).checks())
                .extracting(Found.CheckView::code)
                .doesNotContain("SPEED");

        assertThat(mvc.post()
                        .uri("/quality/checks/changes/" + version("SPEED") + "/undo")
                        .with(csrf())
                        .with(authentication(TestAccounts.signedIn(logins, admin)))
                        .exchange())
                .hasRedirectedUrl("/quality/checks");
        assertThat(checks.in(List.of()).checks())
                .extracting(Found.CheckView::code)
                .contains("SPEED");
        assertThat(page()).contains("từ 40 thành 40 (tắt)", "từ 40 (tắt) thành 40");
    }

    @Test
    void keepsWhatWasTypedAndNamesTheBounds() {
        for (String wrong : List.of("", "1", "13", "2,5", "-3", "ba")) {
            assertThat(post("/quality/checks/REPEATED", wrong, true, 0))
                    .as(wrong)
                    .hasStatus(422)
                    .bodyText()
                    .contains("Ghi một số nguyên từ 2 đến 12.", "value=\"" + wrong + "\"", "#threshold-REPEATED");
        }
        assertThat(post("/quality/checks/ZERO_REPORTED", "1.000", true, 0)).hasStatus3xxRedirection();
        assertThat(settings.all())
                .filteredOn(it -> it.code().equals("ZERO_REPORTED"))
                .singleElement()
                .satisfies(it -> assertThat(it.threshold()).isEqualByComparingTo("1000"));
    }

    @Test
    void tellsWhoComesTooLate() {
        assertThat(post("/quality/checks/JUMP", "30", true, 0)).hasStatus3xxRedirection();
        assertThat(post("/quality/checks/JUMP", "70", true, 0)).hasStatus(409);
        assertThat(post("/quality/checks/JUMP", "70", true, version("JUMP"))).hasStatus3xxRedirection();
    }

    @Test
    void isForAdministratorsAlone() {
        admin = new TestAccounts(jdbc)
                .account(
                        "p" + UUID.randomUUID(),
                        Role.PROVINCE_OFFICER,
                        units.tree().province());

        assertThat(post("/quality/checks/JUMP", "30", true, 0)).hasStatus(404);
        assertThat(mvc.get().uri("/quality/checks").with(authentication(TestAccounts.signedIn(logins, admin))))
                .hasStatus(404);
    }

    private long version(String code) {
        return settings.all().stream()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow()
                .version();
    }

    private MvcTestResult post(String address, String threshold, boolean enabled, long version) {
        return mvc.post()
                .uri(address)
                .param("threshold", threshold)
                .param("enabled", String.valueOf(enabled))
                .param("version", String.valueOf(version))
                .with(csrf())
                .with(authentication(TestAccounts.signedIn(logins, admin)))
                .exchange();
    }

    private String page() {
        MvcTestResult page = mvc.get()
                .uri("/quality/checks")
                .with(authentication(TestAccounts.signedIn(logins, admin)))
                .exchange();
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
