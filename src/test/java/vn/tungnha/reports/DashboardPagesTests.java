package vn.tungnha.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.shared.Period;
import vn.tungnha.units.TestUnits;

@Tag("slow")
@SharedApplication
class DashboardPagesTests {

    private static final Period SEPTEMBER = Period.parse("2024-09").orElseThrow();

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestUnits units;

    @Autowired
    private Logins logins;

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
    void showsValueFractionTargetAndChangeOnATile() {
        reported(tree.commune(), "PROCEDURES_ELIGIBLE", "2024-08", 142);
        reported(tree.commune(), "PROCEDURES_FULLY_ONLINE", "2024-08", 137);
        reported(tree.commune(), "PROCEDURES_ELIGIBLE", "2024-09", 142);
        reported(tree.commune(), "PROCEDURES_FULLY_ONLINE", "2024-09", 138);
        target(tree.commune(), "PROCEDURES_FULLY_ONLINE", "2024", 95, "RATE");

        assertThat(text(get("/dashboard/" + code(tree.commune()) + "?period=2024-09", ward)))
                .contains("Tổng quan tháng 9/2024", "97,18%", "138/142", "Chỉ tiêu 95%", "+0,70 điểm", "so với T8")
                .contains("97,18%");
    }

    @Test
    void takesNothingForAFigureOnTheDashboardAndOnTheCard() {
        reported(tree.commune(), "PROCEDURES_ELIGIBLE", "2024-09", 142);
        reported(tree.commune(), "PROCEDURES_FULLY_ONLINE", "2024-09", 0);
        target(tree.commune(), "PROCEDURES_FULLY_ONLINE", "2024", 90, "RATE");
        String code = code(tree.commune());

        assertThat(text(get("/dashboard/" + code + "?period=2024-09", ward))).contains("0,00%", "Thiếu 128 thủ tục");
        String row = text(get("/indicators/PROCEDURES_FULLY_ONLINE?period=2024-09&unit=" + code, ward))
                .split("Tháng 9/2024")[2];
        assertThat(row.substring(0, row.indexOf("</tr>"))).contains("0,00%", "Chưa đạt");
    }

    /** A target set for the year is held against the year; the month beside it has another figure. */
    @Test
    void saysForWhichPeriodSomebodyIsBehind() {
        for (String month : List.of("2024-09", "2024-12")) {
            reported(tree.commune(), "PROCEDURES_ELIGIBLE", month, 142);
        }
        reported(tree.commune(), "PROCEDURES_FULLY_ONLINE", "2024-09", 138);
        reported(tree.commune(), "PROCEDURES_FULLY_ONLINE", "2024-12", 100);
        target(tree.commune(), "PROCEDURES_FULLY_ONLINE", "2024", 95, "RATE");
        String board = "/dashboard/" + code(tree.district()) + "?indicator=PROCEDURES_FULLY_ONLINE&period=";

        assertThat(text(get(board + "2024-09", province))).contains("97,18%", "Tính cho năm 2024: Được 70,42%");
        assertThat(text(get(board + "2024", province))).contains("Được 70,42%").doesNotContain("Tính cho");
    }

    @Test
    void leadsFromACumulativeFigureToTheCardOfThatVeryFigure() {
        for (String month : List.of("2024-01", "2024-02", "2024-03")) {
            reported(tree.commune(), "DOSSIERS_ONLINE", month, 90);
            reported(tree.commune(), "DOSSIERS_RECEIVED", month, 100);
        }
        String address = "/dashboard/" + code(tree.commune()) + "?grain=cumulative&from=2024-01&to=2024-03";
        String board = text(get(address, ward));
        Matcher card = Pattern.compile("/indicators/ONLINE_DOSSIERS[^\"]+").matcher(board);

        assertThat(board).contains("270/300");
        assertThat(card.find()).isTrue();
        assertThat(text(get(HtmlUtils.htmlUnescape(card.group()), ward))).contains("270 ÷ 300");
    }

    @Test
    void showsTwoDecimalsAndTheSourceWhereTheyWerePublished() {
        reported(tree.commune(), "DIGITAL_IDENTITY_ACCOUNT_SIGNATURE", "2024-09", 13781);
        target(tree.commune(), "DIGITAL_IDENTITY_ACCOUNT_SIGNATURE", "2024-09", 9955, "COUNT");
        stated(tree.commune(), "DIGITAL_IDENTITY_ACCOUNT_SIGNATURE", "2024-09", "138.43", 13781, 9955, "EXACT", null);

        assertThat(text(get("/dashboard/" + code(tree.commune()) + "@2024-09-30", ward)))
                .contains("138,43%", "13.781/9.955", "số công bố", "Vượt chỉ tiêu");
    }

    @Test
    void comparesDistrictsWithStatedFiguresTheirWordsAndTheirRank() {
        stated(tree.district(), "ONLINE_DOSSIERS", "2022", "61", null, null, "EXACT", null);
        stated(tree.district(), "ONLINE_DOSSIERS", "2023", "90", null, null, "OVER", null);
        stated(tree.district(), "ONLINE_PAYMENTS", "2023", "33", null, null, "EXACT", 3);
        String address = "/dashboard/" + code(tree.province()) + "?period=2023&indicator=ONLINE_PAYMENTS&pick="
                + code(tree.district());

        assertThat(text(get(address, province)))
                .contains("Thanh toán trực tuyến theo quận, huyện", "33%", "3/14", "61%", "hơn 90%")
                .contains("nguồn không nêu tử số, mẫu số");
    }

    @Test
    void addsNumeratorsAndDenominatorsAndSaysHowManyUnitsThatIs() {
        reported(tree.commune(), "DOSSIERS_ONLINE", "2024-09", 90);
        reported(tree.commune(), "DOSSIERS_RECEIVED", "2024-09", 100);

        assertThat(text(get(
                        "/dashboard/" + code(tree.district()) + "?period=2024-09&indicator=ONLINE_DOSSIERS", province)))
                .contains("90/100", "tạm tính trên 1/2 đơn vị", "1 đơn vị chưa có số liệu", "Đồi Thông")
                .contains("90,00%", "/indicators/ONLINE_DOSSIERS?unit=" + code(tree.commune()) + "&amp;period=2024-09");
    }

    @Test
    void answersHtmxWithTheBoardAlone() {
        MvcTestResult part = mvc.get()
                .uri("/dashboard/" + code(tree.commune()) + "?period=2024-09")
                .header("HX-Request", "true")
                .header("HX-Boosted", "true")
                .with(authentication(TestAccounts.signedIn(logins, ward)))
                .exchange();

        assertThat(part).hasStatusOk();
        assertThat(text(part))
                .contains("id=\"board\"", "Tổng quan tháng 9/2024")
                .doesNotContain("<header");
    }

    @Test
    void saysWhatBecameOfAUnitThatHasEnded() {
        String code = code(tree.commune());
        long heir = units.mergeIntoNew(
                LocalDate.of(2025, 7, 1),
                "Suối Tre",
                tree.district(),
                tree.communes().toArray(Long[]::new));

        MvcTestResult gone = get("/dashboard/" + code, province);

        assertThat(gone).hasStatus(404);
        assertThat(text(gone))
                .contains(
                        "Đơn vị này không còn hiệu lực",
                        "/dashboard/" + code(heir),
                        "/dashboard/" + code + "@2025-06-30");
        assertThat(get("/dashboard/" + code + "@2025-06-30", province)).hasStatusOk();
        assertThat(text(get("/dashboard/" + code(tree.district()) + "?period=2025-06", province)))
                .contains("Quy đổi theo đơn vị mới", "Từ 01/07/2025, 1 phường, xã");
    }

    @Test
    void keepsTheUnitOnScreenWhenAnotherDayIsPicked() {
        LocalDate first = LocalDate.of(2025, 7, 1);
        long heir = units.mergeIntoNew(first, "Suối Tre", tree.district(), tree.commune());

        assertThat(text(get("/dashboard/" + code(heir) + "?period=2026-01", province)))
                .contains("action=\"/dashboard/" + code(heir) + "@" + first + "\"", "value=\"2026-01\"");
    }

    @Test
    void hidesWhatLiesOutsideTheScope() {
        String code = code(tree.commune());

        assertThat(get("/dashboard/" + code, neighbour)).hasStatus(404);
        assertThat(get("/dashboard/" + code + "@2024-09-30", neighbour)).hasStatus(404);
        assertThat(get("/dashboard/" + code + "/teams.csv", neighbour)).hasStatus(404);
        assertThat(get("/dashboard/" + code(tree.district()), ward)).hasStatus(404);
        assertThat(get("/dashboard/" + code(tree.district()) + "/ranking.xlsx", ward))
                .hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "period=2024-13",
                "grain=week",
                "structure=soon",
                "indicator=NOTHING",
                "from=2024-09&to=2024-01&grain=cumulative"
            })
    void refusesParametersItDoesNotUnderstand(String parameters) {
        assertThat(get("/dashboard/" + code(tree.district()) + "?" + parameters, province))
                .hasStatus(422);
    }

    @Test
    void needsAsManyStatementsForManyTeamsAsForFew() {
        String address = "/dashboard/" + code(tree.commune()) + "?period=2024-09";
        teams(tree.commune(), 5);
        get(address, ward);
        int few =
                StatementCount.during(() -> assertThat(text(get(address, ward))).contains("Bảng xếp hạng 5 tổ"));
        teams(tree.commune(), 35);
        int many =
                StatementCount.during(() -> assertThat(text(get(address, ward))).contains("Bảng xếp hạng 40 tổ"));

        assertThat(many).isEqualTo(few).isPositive();
    }

    @Test
    void exportsTheRowsOfTheTable() {
        teams(tree.commune(), 9);
        jdbc.sql(
                        "update team set name = '=HYPERLINK(1)' where name = 'Tổ thử 3' and id in (select team_id from team_area a "
                                + "join unit_closure c on c.descendant_id = a.village_id where c.ancestor_id = ?)")
                .param(tree.commune())
                .update();
        String code = code(tree.commune());

        String csv = text(get("/dashboard/" + code + "/teams.csv?period=2024-09", ward));

        assertThat(csv)
                .startsWith("\uFEFFBảng xếp hạng 9 tổ")
                .contains("Kỳ,Tháng 9/2024")
                .contains("'=HYPERLINK(1)");
        assertThat(csv.lines().filter(line -> line.contains("Tổ thử"))).hasSize(8);
        String page = text(get("/dashboard/" + code + "?period=2024-09&teams=all", ward));
        csv.lines().filter(line -> line.contains("Tổ thử")).forEach(line -> assertThat(page)
                .contains(">" + line.split(",")[2] + "<"));
        assertThat(get("/dashboard/" + code + "/teams.xlsx?period=2024-09", ward))
                .hasStatusOk()
                .hasContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    @Test
    void exportsWholeTablesAsFarAsTheReaderSees() {
        teams(tree.commune(), 2);

        assertThat(text(get("/api/v1/exports/teams.csv", ward)).lines()).hasSize(3);
        assertThat(text(get("/api/v1/exports/teams.csv", neighbour)).lines()).hasSize(1);
        for (String kind : new String[] {"members", "households", "reported-values", "targets"}) {
            assertThat(get("/api/v1/exports/" + kind + ".csv", ward)).as(kind).hasStatusOk();
            assertThat(get("/api/v1/exports/" + kind + ".xlsx", province))
                    .as(kind)
                    .hasStatusOk();
        }
        assertThat(text(get("/api/v1/exports/indicator-values.csv?unit=" + code(tree.commune()), ward)))
                .contains("PROCEDURES_FULLY_ONLINE");
        assertThat(get("/api/v1/exports/indicator-values.csv?unit=" + code(tree.commune()), neighbour))
                .hasStatus(404);
    }

    @Test
    void beginsWhereTheWorkIs() {
        assertThat(get("/", ward)).hasStatus3xxRedirection().hasRedirectedUrl("/dashboard/" + code(tree.commune()));
        assertThat(get("/help", ward)).hasStatusOk();
        teams(tree.commune(), 1);
        assertThat(text(get("/search?q=to thu", ward))).contains("Tổ thử 1");
        assertThat(text(get("/search?q=to thu", neighbour))).doesNotContain("Tổ thử 1");
    }

    @Test
    void showsTheMonthOfATeam() {
        teams(tree.commune(), 2);
        Long team = jdbc.sql(
                        "select max(team_id) from team_area a join unit_closure c on c.descendant_id = a.village_id "
                                + "where c.ancestor_id = ?")
                .param(tree.commune())
                .query(Long.class)
                .single();

        assertThat(get("/teams/" + team + "/figures", ward)).hasStatusOk();
        assertThat(get("/teams/" + team + "/figures", neighbour)).hasStatus(404);
    }

    private void teams(long commune, int count) {
        int from = jdbc.sql("select count(*) from team_area a join unit_closure c on c.descendant_id = a.village_id "
                        + "where c.ancestor_id = ?")
                .param(commune)
                .query(Integer.class)
                .single();
        for (int i = from + 1; i <= from + count; i++) {
            Long team = jdbc.sql("insert into team (version, name, number, kind, search, status, established_on) "
                            + "values (0, :name, :number, 'CNSCD', :search, 'ACTIVE', '2024-01-01') returning id")
                    .param("name", "Tổ thử " + i)
                    .param("number", i)
                    .param("search", "to thu " + i)
                    .query(Long.class)
                    .single();
            jdbc.sql("insert into team_area (team_id, village_id, home, valid_from) values (?, ?, true, '2024-01-01')")
                    .params(team, tree.village())
                    .update();
        }
    }

    private void reported(long unit, String measure, String period, long amount) {
        Period days = Period.parse(period).orElseThrow();
        jdbc.sql(
                        "insert into reported_value (unit_id, measure_id, period, first_day, last_day, amount, source, captured_on, entered_at) "
                                + "select ?, id, ?, ?, ?, ?, 'thử', ?, now() from measure where code = ?")
                .params(unit, period, days.first(), days.last(), amount, SEPTEMBER.last(), measure)
                .update();
    }

    private void target(long unit, String indicator, String period, long amount, String kind) {
        Period days = Period.parse(period).orElseThrow();
        jdbc.sql(
                        "insert into target (version, indicator_id, unit_id, period, first_day, last_day, amount, kind, entered_at) "
                                + "select 0, id, ?, ?, ?, ?, ?, ?, now() from indicator where code = ?")
                .params(unit, period, days.first(), days.last(), amount, kind, indicator)
                .update();
    }

    private void stated(
            long unit,
            String indicator,
            String period,
            String value,
            @Nullable Integer numerator,
            @Nullable Integer denominator,
            String qualifier,
            @Nullable Integer rank) {
        Period days = Period.parse(period).orElseThrow();
        jdbc.sql(
                        "insert into stated_figure (unit_id, indicator_id, period, first_day, last_day, value, numerator, denominator, "
                                + "qualifier, rank, ranked, stated_as, source) select :unit, id, :period, :first, :last, "
                                + "cast(:value as numeric), :numerator, :denominator, :qualifier, :rank, :ranked, 'thử', 'thử' "
                                + "from indicator where code = :indicator")
                .param("unit", unit)
                .param("period", period)
                .param("first", days.first())
                .param("last", days.last())
                .param("value", value)
                .param("numerator", numerator)
                .param("denominator", denominator)
                .param("qualifier", qualifier)
                .param("rank", rank)
                .param("ranked", rank == null ? null : 14)
                .param("indicator", indicator)
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
}
