package vn.tungnha.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.poi.xssf.extractor.XSSFExcelExtractor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Period;
import vn.tungnha.units.TestUnits;

/** Files of what the dashboard shows first, and where a target in a file or an answer comes from. */
@Tag("slow")
@SharedApplication
class BoardFilesTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestUnits units;

    @Autowired
    private Logins logins;

    @Autowired
    private Clock clock;

    private TestUnits.Tree tree;
    private UUID ward;
    private UUID neighbour;

    @BeforeEach
    void plant() {
        tree = units.tree();
        TestAccounts accounts = new TestAccounts(jdbc);
        ward = accounts.account("w" + UUID.randomUUID(), Role.WARD_OFFICER, tree.commune());
        neighbour = accounts.account(
                "n" + UUID.randomUUID(), Role.WARD_OFFICER, tree.communes().get(1));
    }

    @Test
    void holdTheTilesWithTheirPeriods() throws IOException {
        reported("DOSSIERS_RECEIVED", "2024-08", 97);
        reported("DOSSIERS_ONLINE", "2024-08", 80);
        reported("DOSSIERS_RECEIVED", "2024-09", 97);
        reported("DOSSIERS_ONLINE", "2024-09", 85);
        target(tree.commune(), "ONLINE_DOSSIERS", "RATE", "2024-09", 95);
        String address = "/dashboard/" + code(tree.commune()) + "/tiles.";

        String csv = text(get(address + "csv?period=2024-09", ward));

        assertThat(csv).contains("Tổng quan tháng 9/2024", code(tree.commune()));
        assertThat(csv.lines().filter(line -> line.startsWith("Chỉ số,")).findFirst())
                .hasValueSatisfying(head -> assertThat(head).endsWith("08/2024,09/2024"));
        assertThat(csv.lines().filter(line -> line.startsWith("Tỷ lệ hồ sơ nộp trực tuyến,")))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("Tỷ lệ hồ sơ nộp trực tuyến,87.63,85,97,95,Chưa đạt,")
                        .endsWith(",82.47,87.63"));
        assertThat(sheet(get(address + "xlsx?period=2024-09", ward))).contains("Tỷ lệ hồ sơ nộp trực tuyến", "87.63");
        assertThat(get(address + "csv?period=2024-09", neighbour)).hasStatus(404);
    }

    @Test
    void holdWhatIsNew() throws IOException {
        LocalDate yesterday = Days.today(clock).minusDays(1);
        jdbc.sql("insert into figure_daily select ?, id, 'DAY', ?, 4 from measure where code = 'VISITS'")
                .params(tree.village(), yesterday)
                .update();
        String address = "/dashboard/" + code(tree.commune()) + "/news.";

        assertThat(text(get(address + "csv", ward))).contains("Có gì mới từ hôm qua", "4,lượt thăm,gặp được 0");
        assertThat(sheet(get(address + "xlsx", ward))).contains("lượt thăm");
        assertThat(get(address + "csv", neighbour)).hasStatus(404);
    }

    @Test
    void sayWhetherATargetWasSetOrFollowsFromAMerger() {
        long one = tree.communes().get(0);
        long other = tree.communes().get(1);
        target(one, "VISITS", "COUNT", "2024-05", 10);
        target(other, "VISITS", "COUNT", "2024-05", 20);
        UUID province = new TestAccounts(jdbc).account("p" + UUID.randomUUID(), Role.PROVINCE_OFFICER, tree.province());
        String asked = "?indicator=VISITS&from=2024-05&to=2024-05&unit=";
        assertThat(text(get("/api/v1/indicator-values" + asked + code(one), province)))
                .contains("\"target\":10,", "\"targetSource\":\"SET\"");
        long merged = units.mergeIntoNew(LocalDate.of(2024, 7, 1), "Suối Mơ", tree.district(), one, other);
        String now = asked + code(merged) + "&structure=now";

        assertThat(text(get("/api/v1/indicator-values" + now, province)))
                .contains("\"target\":30,", "\"targetSource\":\"CARRIED\"");
        assertThat(text(get("/api/v1/exports/indicator-values.csv" + now + "&period=2024-05", province)))
                .contains("targetSource,figures", ",CARRIED,NOW");
        assertThat(text(get("/api/v1/feeds/indicator-values.csv" + now, province)))
                .contains(",CARRIED,2024-05");
        assertThat(text(get("/indicators/VISITS/rows.csv?period=2024-05&structure=now&unit=" + code(merged), province)))
                .contains("suy ra từ sáp nhập");
        assertThat(text(get(
                        "/api/v1/indicator-values" + asked.replace("VISITS", "TEAMS") + code(merged) + "&structure=now",
                        province)))
                .contains("\"targetSource\":null");
    }

    private void target(long unit, String indicator, String kind, String period, long amount) {
        Period days = Period.parse(period).orElseThrow();
        jdbc.sql(
                        "insert into target (version, indicator_id, unit_id, period, first_day, last_day, amount, kind, entered_at) "
                                + "select 0, id, ?, ?, ?, ?, ?, ?, now() from indicator where code = ?")
                .params(unit, period, days.first(), days.last(), amount, kind, indicator)
                .update();
    }

    private void reported(String measure, String period, long amount) {
        Period days = Period.parse(period).orElseThrow();
        jdbc.sql(
                        "insert into reported_value (unit_id, measure_id, period, first_day, last_day, amount, source, captured_on, entered_at) "
                                + "select ?, id, ?, ?, ?, ?, 'thử', ?, now() from measure where code = ?")
                .params(tree.commune(), period, days.first(), days.last(), amount, days.last(), measure)
                .update();
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

    private static String sheet(MvcTestResult result) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(
                        new ByteArrayInputStream(result.getResponse().getContentAsByteArray()));
                XSSFExcelExtractor words = new XSSFExcelExtractor(book)) {
            // as the language of the computer writes numbers
            return words.getText().replace(',', '.');
        }
    }
}
