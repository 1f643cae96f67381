package vn.tungnha.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
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
import vn.tungnha.closing.ReportLines;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.indicators.IndicatorChoice;
import vn.tungnha.units.TestUnits;
import vn.tungnha.units.UnitLevel;

/** Which figures stand where, arranged in the browser. */
@SharedApplication
@Transactional
class DisplaysTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestUnits units;

    @Autowired
    private Logins logins;

    @Autowired
    private DashboardTiles tiles;

    @Autowired
    private ReportLines reports;

    private TestUnits.Tree tree;
    private UUID admin;
    private UUID ward;

    @BeforeEach
    void plant() {
        tree = units.tree();
        TestAccounts accounts = new TestAccounts(jdbc);
        admin = accounts.account("a" + UUID.randomUUID(), Role.ADMIN, null);
        ward = accounts.account("w" + UUID.randomUUID(), Role.WARD_OFFICER, tree.commune());
    }

    @Test
    void showsBeforeItIsSavedThenSavesAndTakesItBack() {
        List<IndicatorChoice> before = tiles.of("COMMUNE");
        String preview = text(get(
                "/admin/displays/COMMUNE?number=2&line=SMARTPHONES/AGE_14&number=1&line=VISITS&unit="
                        + code(tree.commune()),
                admin));
        assertThat(preview).contains("Xem thử: chưa lưu", "điện thoại thông minh", "Chưa giao chỉ tiêu");
        assertThat(preview.indexOf("lượt thăm", preview.indexOf("display-preview")))
                .isLessThan(preview.indexOf("điện thoại thông minh", preview.indexOf("display-preview")));
        assertThat(tiles.of("COMMUNE")).isEqualTo(before);

        assertThat(save("COMMUNE", 0, "SMARTPHONES/AGE_14", "VISITS")).hasStatus(302);

        assertThat(tiles.of(UnitLevel.COMMUNE, LocalDate.of(2026, 9, 30)))
                .containsExactly(new IndicatorChoice("SMARTPHONES", "AGE_14"), IndicatorChoice.of("VISITS"));
        assertThat(text(get("/dashboard/" + code(tree.commune()) + "?period=2024-09", ward)))
                .contains("/indicators/SMARTPHONES?")
                .doesNotContain("/indicators/QR_TRADERS?");
        assertThat(trail("display.changed")).isEqualTo(1);
        Long id =
                jdbc.sql("select max(id) from display_change").query(Long.class).single();
        assertThat(post("/admin/displays/COMMUNE/changes/" + id + "/undo")).hasStatus(302);
        assertThat(tiles.of("COMMUNE")).isEqualTo(before);
        assertThat(trail("display.changed-back")).isEqualTo(1);
        assertThat(post("/admin/displays/COMMUNE/changes/" + id + "/undo")).hasStatus(409);
    }

    @Test
    void putsAFigureIntoTheReportOfTeams() {
        assertThat(save("TEAM_REPORT", 0, "VISITS_MET", "VISITS")).hasStatus(302);

        assertThat(reports.ofTeams()).containsExactly(IndicatorChoice.of("VISITS_MET"), IndicatorChoice.of("VISITS"));
    }

    @Test
    void namesTheLineThatIsWrong() {
        assertThat(text(save("COMMUNE", 0, "VISITS", "VISITS"))).contains("đứng hai lần");
        assertThat(text(save("COMMUNE", 0, "NO_SUCH"))).contains("Không có chỉ số NO_SUCH");
        assertThat(text(save("TEAM", 0, "VISITS"))).contains("cần đúng 4 cột");
        assertThat(save("COMMUNE", 0)).hasStatus(422);
        assertThat(save("COMMUNE", 7, "VISITS")).hasStatus(409);
    }

    @Test
    void leavesOutWhatHasEnded() {
        jdbc.sql("update indicator_version set valid_to = '2026-08-31' where indicator_id = "
                        + "(select id from indicator where code = 'QR_TRADERS')")
                .update();

        assertThat(tiles.of(UnitLevel.COMMUNE, LocalDate.of(2026, 8, 31))).contains(IndicatorChoice.of("QR_TRADERS"));
        assertThat(tiles.of(UnitLevel.COMMUNE, LocalDate.of(2026, 9, 30)))
                .doesNotContain(IndicatorChoice.of("QR_TRADERS"));
        assertThat(text(save("COMMUNE", 0, "QR_TRADERS"))).contains("đã thôi dùng");
    }

    @Test
    void isForAdministrators() {
        assertThat(get("/admin/displays/COMMUNE", ward)).hasStatus(404);
    }

    private MvcTestResult save(String display, int version, String... lines) {
        return mvc.post()
                .uri("/admin/displays/" + display)
                .with(authentication(TestAccounts.signedIn(logins, admin)))
                .with(csrf())
                .param("version", String.valueOf(version))
                .param("line", lines)
                .exchange();
    }

    private MvcTestResult post(String address) {
        return mvc.post()
                .uri(address)
                .with(authentication(TestAccounts.signedIn(logins, admin)))
                .with(csrf())
                .exchange();
    }

    private int trail(String action) {
        return jdbc.sql("select count(*) from audit_entry where action = ?")
                .param(action)
                .query(Integer.class)
                .single();
    }

    private String code(long unit) {
        return jdbc.sql("select code from unit_version where unit_id = ? order by valid_from desc limit 1")
                .param(unit)
                .query(String.class)
                .single();
    }

    private MvcTestResult get(String address, UUID account) {
        return mvc.get()
                .uri(address)
                .with(authentication(TestAccounts.signedIn(logins, account)))
                .exchange();
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
