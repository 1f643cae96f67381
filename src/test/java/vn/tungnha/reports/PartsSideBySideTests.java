package vn.tungnha.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

@Tag("slow")
@SharedApplication
class PartsSideBySideTests {

    private static final String DOSSIERS = "?period=2024-09&indicator=ONLINE_DOSSIERS";

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
    private UUID province;
    private UUID ward;
    private UUID neighbour;

    @BeforeEach
    void plant() {
        tree = units.tree();
        TestAccounts accounts = new TestAccounts(jdbc);
        province = accounts.account("p" + UUID.randomUUID(), Role.PROVINCE_OFFICER, tree.province());
        ward = accounts.account("w" + UUID.randomUUID(), Role.WARD_OFFICER, tree.commune());
        neighbour = accounts.account(
                "n" + UUID.randomUUID(), Role.WARD_OFFICER, tree.communes().get(1));
    }

    @Test
    void shadesTheHeatTableAndSaysTheLevelInAWord() {
        dossiers(tree.communes().get(0), 95);
        dossiers(tree.communes().get(1), 60);
        target(tree.communes().get(0), 90);
        target(tree.communes().get(1), 90);

        String page = text(get("/dashboard/" + code(tree.district()) + "/matrix?period=2024-09", province));

        assertThat(page)
                .contains("Bảng nhiệt theo phường, xã", "95,00%", "60,00%", "step-5", "step-1")
                .contains("aria-label=\"Đạt\"", "aria-label=\"Chưa đạt\"", "title=\"60/100\"");
    }

    @Test
    void drawsOneSmallLineForEachPartAndTheirSpread() {
        dossiers(tree.communes().get(0), 95);
        dossiers(tree.communes().get(1), 60);
        String address = "/dashboard/" + code(tree.district()) + "/matrix" + DOSSIERS;

        assertThat(text(get(address + "&view=lines", province)))
                .contains("Cùng một thang, từ 60% đến 95%", "Cầu Mây", "Đồi Thông");
        assertThat(text(get(address + "&view=spread&pick=" + code(tree.commune()), province)))
                .contains("2 đơn vị có số liệu, từ 60,00% đến 95,00%", "Cầu Mây 95,00%", "ch-picked");
        assertThat(get(address + "&view=pie", province)).hasStatus(422);
        assertThat(get(address + "&group=NOTHING", province)).hasStatus(422);
    }

    /** The heat table, the pivot and the interface answer with the same parts. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void saysWhatTheInterfaceSays(long seed) {
        Random dice = new Random(seed);
        for (int month = 1; month <= 12; month++) {
            for (long commune : tree.communes()) {
                if (dice.nextInt(4) > 0) {
                    dossiers(commune, "2024-%02d".formatted(month), dice.nextInt(120));
                }
            }
        }
        String period = List.of("2024", "2024-Q" + (1 + dice.nextInt(4)), "2024-%02d".formatted(1 + dice.nextInt(12)))
                .get(dice.nextInt(3));
        String asked = "period=" + period + (dice.nextBoolean() ? "&structure=now" : "");
        String district = code(tree.district());
        Map<String, String> told = new HashMap<>();
        for (String line : text(get(
                        "/api/v1/exports/indicator-values.csv?children=true&indicator=ONLINE_DOSSIERS&unit=" + district
                                + "&" + asked,
                        province))
                .lines()
                .skip(1)
                .toList()) {
            String[] cells = line.split(",", -1);
            told.put(cells[0], cells[6] + "/" + cells[7]);
        }
        assertThat(told).hasSize(2);

        List<String> heat = text(get("/dashboard/" + district + "/matrix.csv?group=GOVERNMENT&" + asked, province))
                .lines()
                .toList();
        int column = Arrays.asList(heat.get(6).split(",", -1)).indexOf("Hồ sơ trực tuyến");
        String pivot = text(get(
                "/dashboard/" + district + "/pivot?rows=unit&columns=period&indicator=ONLINE_DOSSIERS&" + asked,
                province));
        told.forEach((code, parts) -> {
            String[] cells = heat.stream()
                    .filter(line -> line.startsWith(code + ","))
                    .findFirst()
                    .orElseThrow()
                    .split(",", -1);
            assertThat(cells[column + 1] + "/" + cells[column + 2]).isEqualTo(parts);
            if (!parts.equals("/")) {
                assertThat(pivot).contains("title=\"" + parts + "\"");
            }
        });
    }

    @Test
    void tellsAWardItsRankButNotWhatTheOthersHave() {
        dossiers(tree.communes().get(0), 80);
        dossiers(tree.communes().get(1), 80);
        String address = "/dashboard/" + code(tree.commune()) + "?period=2024-09";

        assertThat(text(get(address, ward)))
                .contains("Thứ hạng của đơn vị", "trong 2 phường, xã", "hạng 1/2", "đồng hạng")
                .doesNotContain("Đồi Thông");
        dossiers(tree.communes().get(1), 93);
        assertThat(text(get(address, ward))).contains("hạng 2/2").doesNotContain("93,0", "93/100", "đồng hạng");
        assertThat(text(get("/dashboard/" + code(tree.district()) + DOSSIERS, province)))
                .contains("Đồi Thông", "93,00%");
    }

    @Test
    void gathersTheTeamsOfAProvinceByWhoIsResponsible() {
        for (int number = 0; number < 22; number++) {
            team(tree.village(), "Chi đoàn số %02d".formatted(number), 40 - number);
        }
        team(tree.villages().get(1).get(0), "chi đoàn số 00", 9);

        String first = text(get("/dashboard/" + code(tree.province()) + "?period=2024-09", province));

        assertThat(first)
                .contains("Chi đoàn số 00: 49", "Chi đoàn số 19", "p=1")
                .doesNotContain("Chi đoàn số 20");
        assertThat(text(get("/dashboard/" + code(tree.province()) + "?period=2024-09&p=1", province)))
                .contains("Chi đoàn số 20", "Chi đoàn số 21")
                .doesNotContain("Chi đoàn số 19");
        assertThat(text(get("/dashboard/" + code(tree.province()) + "/organisations.csv?period=2024-09", province)))
                .contains("Chi đoàn số 00,2,2,49", "Chi đoàn số 21,1,1,19");
    }

    private void team(long village, String responsible, int visits) {
        long team = jdbc.sql("""
                        insert into team (version, name, kind, search, status, established_on)
                        values (0, 'Tổ', (select code from team_kind order by position limit 1), 'to', 'ACTIVE', '2023-11-29')
                        returning id
                        """).query(Long.class).single();
        jdbc.sql("insert into team_responsible (team_id, name, valid_from) values (?, ?, '2023-11-29')")
                .params(team, responsible)
                .update();
        jdbc.sql("insert into team_area (team_id, village_id, home, valid_from) values (?, ?, true, '2023-11-29')")
                .params(team, village)
                .update();
        jdbc.sql("""
                        insert into team_figure_daily (team_id, measure_id, grain, day, amount)
                        select ?, id, 'DAY', '2024-09-12', ? from measure where code = 'VISITS'
                        """).params(team, visits).update();
    }

    @Test
    void hidesAllPagesOfAPlaceOutsideTheScope() {
        for (String page : new String[] {
            "/matrix", "/matrix.csv", "/pivot", "/pivot.xlsx", "/organisations.csv", "/matrix?view=lines"
        }) {
            assertThat(get("/dashboard/" + code(tree.commune()) + page, neighbour))
                    .as(page)
                    .hasStatus(404);
            assertThat(get("/dashboard/" + code(tree.district()) + page, ward))
                    .as(page)
                    .hasStatus(404);
            assertThat(get("/dashboard/" + code(tree.commune()) + page, ward))
                    .as(page)
                    .hasStatusOk();
        }
        assertThat(get("/dashboard/" + code(tree.village()) + "/matrix", ward)).hasStatus(404);
    }

    @Test
    @Tag("slow")
    void needsAsManyStatementsForManyPartsAsForFew() {
        String own = "/dashboard/" + code(tree.commune());
        List<String> pages = List.of(
                "",
                "/matrix?group=FIELD",
                "/matrix?view=lines",
                "/matrix?view=spread",
                "/pivot",
                "/pivot?rows=organisation&columns=unit");
        List<Integer> few = pages.stream().map(page -> count(own + page)).toList();
        for (int number = 4; number < 16; number++) {
            units.village(tree.commune(), number);
        }

        assertThat(pages.stream().map(page -> count(own + page)).toList()).isEqualTo(few);
    }

    @Test
    void tellsWhatIsNewSinceTheReadersLastDay() {
        LocalDate today = Days.today(clock);
        counted("VISITS", "DAY", today.minusDays(1), 4);
        counted("VISITS", "DAY", today.minusDays(9), 30);
        counted("HOUSEHOLDS_REACHED", "ALL", today, 3);
        counted("DIGITAL_SIGNATURE_NEW", "DAY", today, 2);
        jdbc.sql("insert into audit_entry (happened_at, actor, action, subject, subject_id, unit_id) values "
                        + "(now(), 'thu', 'report.submitted', 'team-report', '7 2024-09', ?)")
                .param(tree.village())
                .update();
        String address = "/dashboard/" + code(tree.commune());

        assertThat(words(get(address, ward)))
                .contains("Có gì mới từ hôm qua")
                .contains(
                        "4 lượt thăm", "3 hộ gặp được lần đầu", "2 tài khoản kích hoạt mới", "1 báo cáo của tổ đã nộp");
        jdbc.sql("update board_reader set seen_on = ? where account_id = ?")
                .params(today.minusDays(10), ward)
                .update();
        assertThat(words(get(address, ward))).contains("Có gì mới từ lần xem trước", "34 lượt thăm");
        assertThat(words(get(address, ward))).contains("34 lượt thăm");
        assertThat(words(get("/dashboard/" + code(tree.communes().get(1)), neighbour)))
                .contains("Có gì mới từ hôm qua")
                .doesNotContain("4 lượt thăm");
    }

    /** The fewest of some views: now and then one also keeps that somebody was here. */
    private int count(String address) {
        return IntStream.range(0, 3)
                .map(view -> StatementCount.during(
                        () -> assertThat(get(address, ward)).hasStatusOk()))
                .min()
                .orElseThrow();
    }

    private void counted(String measure, String grain, LocalDate day, long amount) {
        jdbc.sql("insert into figure_daily select ?, id, ?, ?, ? from measure where code = ?")
                .params(tree.village(), grain, day, amount, measure)
                .update();
    }

    private void dossiers(long commune, int online) {
        dossiers(commune, "2024-09", online);
    }

    private void dossiers(long commune, String period, int online) {
        reported(commune, "DOSSIERS_RECEIVED", period, 100);
        reported(commune, "DOSSIERS_ONLINE", period, online);
    }

    private void reported(long unit, String measure, String period, long amount) {
        Period days = Period.parse(period).orElseThrow();
        jdbc.sql(
                        "update reported_value set replaced_at = now() where unit_id = ? and period = ? and replaced_at is null "
                                + "and measure_id = (select id from measure where code = ?)")
                .params(unit, period, measure)
                .update();
        jdbc.sql(
                        "insert into reported_value (unit_id, measure_id, period, first_day, last_day, amount, source, captured_on, entered_at) "
                                + "select ?, id, ?, ?, ?, ?, 'thử', ?, now() from measure where code = ?")
                .params(unit, period, days.first(), days.last(), amount, days.last(), measure)
                .update();
    }

    private void target(long unit, long amount) {
        jdbc.sql(
                        "insert into target (version, indicator_id, unit_id, period, first_day, last_day, amount, kind, entered_at) "
                                + "select 0, id, ?, '2024', '2024-01-01', '2024-12-31', ?, 'RATE', now() from indicator where code = 'ONLINE_DOSSIERS'")
                .params(unit, amount)
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

    /** What a person reads: no tags, single spaces. */
    private static String words(MvcTestResult result) {
        return text(result).replaceAll("<[^>]*>", "").replaceAll("\\s+", " ");
    }
}
