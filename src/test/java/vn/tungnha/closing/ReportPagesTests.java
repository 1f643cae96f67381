package vn.tungnha.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import java.util.stream.Stream;
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
import vn.tungnha.visits.FieldFixture;
import vn.tungnha.visits.Visits;

@Tag("slow")
@SharedApplication
class ReportPagesTests {

    private static final String MONTH = YearMonth.now(Days.ZONE).minusMonths(1).toString();

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Logins logins;

    @Autowired
    private Visits visits;

    @Autowired
    private TestUnits units;

    @Autowired
    private JdbcClient jdbc;

    private FieldFixture field;
    private UUID chairman;

    @BeforeEach
    void aWardWithAVisitLastMonth() {
        field = FieldFixture.in(jdbc);
        chairman = field.chairman().accountId();
        LocalDate day = YearMonth.parse(MONTH).atDay(5);
        Instant at = day.atTime(9, 0).atZone(Days.ZONE).toInstant();
        visits.record(field.aVisit().at(at).command(), field.leader());
    }

    @Test
    void goesFromTheTeamToTheLock() {
        assertThat(get("/field/report?period=" + MONTH, field.leaderAccount))
                .hasStatusOk()
                .bodyText()
                .contains("name=\"difficulties\"", "name=\"handIn\"");
        assertThat(handIn("Sóng yếu")).hasStatus3xxRedirection();
        assertThat(get("/reports?unit=X" + field.ward + "&period=" + MONTH, field.officerAccount))
                .hasStatusOk()
                .bodyText()
                .contains("Tổ 33", "Đã nộp, chờ duyệt");
        assertThat(get("/reports/teams/" + field.team + "?period=" + MONTH, field.officerAccount))
                .hasStatusOk()
                .bodyText()
                .contains("Sóng yếu");
        assertThat(post(
                        mvc.post()
                                .uri("/reports/approval")
                                .param("unit", "X" + field.ward)
                                .param("period", MONTH)
                                .param("teams", "" + field.team),
                        field.officerAccount))
                .hasStatus3xxRedirection();
        assertThat(lock(field.officerAccount)).as("an officer does not lock").hasStatus(404);
        assertThat(lock(chairman)).hasStatus3xxRedirection();
        assertThat(lock(chairman)).as("locked meanwhile").hasStatus(422);
        assertThat(get("/reports/locked?unit=X" + field.ward + "&period=" + MONTH, field.officerAccount))
                .hasStatusOk()
                .bodyText()
                .contains("Lượt thăm", "Chưa có thay đổi nào sau khi khóa");

        LocalDate day = YearMonth.parse(MONTH).atDay(6);
        visits.record(
                field.aVisit()
                        .at(day.atTime(9, 0).atZone(Days.ZONE).toInstant())
                        .command(),
                field.leader());
        assertThat(get("/reports/locked/table.csv?unit=X" + field.ward + "&period=" + MONTH, field.officerAccount))
                .hasStatusOk()
                .bodyText()
                .contains("Lượt thăm,STANDARD,1,1,,2,2,,1", "Sổ thay đổi sau khóa", "Lượt thăm: +1");
        assertThat(get("/reports/table.csv?unit=X" + field.ward + "&period=" + MONTH, field.officerAccount))
                .hasStatusOk()
                .bodyText()
                .contains("Tổ 33", "Đã duyệt");
        assertThat(get("/reports/locked?unit=X" + field.ward + "&period=" + MONTH, field.officerAccount))
                .bodyText()
                .contains("sau phiên bản 1");
        assertThat(get("/quality/table.csv?unit=X" + field.ward, field.officerAccount))
                .hasStatusOk()
                .bodyText()
                .contains("Phép kiểm tra");
    }

    @Test
    void keepsTheFormWhenTheWardSaysNothing() {
        handIn("");

        assertThat(post(
                        mvc.post()
                                .uri("/reports/teams/" + field.team + "/return")
                                .param("period", MONTH),
                        field.officerAccount))
                .hasStatus(422)
                .bodyText()
                .contains("Ghi điều cần sửa");
    }

    @Test
    void takesAReportBackAndTellsWhoComesTooLate() {
        handIn("");

        assertThat(takeBack()).hasStatus3xxRedirection();
        assertThat(takeBack()).flash().containsEntry("flashBad", true);
        assertThat(handIn("Viết lại với phiên bản cũ"))
                .hasStatus(409)
                .bodyText()
                .contains("Viết lại với phiên bản cũ");
    }

    @Test
    void namesWhoIsMissing() {
        assertThat(get("/reports?unit=X" + field.ward + "&period=" + MONTH + "&show=MISSING", chairman))
                .hasStatusOk()
                .bodyText()
                .contains("còn 1 tổ chưa nộp: Tổ 33 (Nguyễn Thị Hoa)");
    }

    @Test
    void locksWithoutAllReportsOnlyWhenToldTo() {
        assertThat(lock(chairman))
                .hasStatus(422)
                .bodyText()
                .contains("Còn 1 tổ chưa nộp báo cáo. Nhắc các tổ", "href=\"#lock-anyway\"");
        assertThat(get("/reports/locked?unit=X" + field.ward + "&period=" + MONTH, chairman))
                .hasStatus(404);

        assertThat(lock(chairman, "anyway", "true")).hasStatus3xxRedirection();
    }

    @Test
    void locksWhatNobodyHasApprovedOnlyWhenToldTo() {
        handIn("");

        assertThat(get("/reports?unit=X" + field.ward + "&period=" + MONTH, chairman))
                .bodyText()
                .contains("1 báo cáo đã nộp mà chưa duyệt: Tổ 33", "id=\"lock-anyway\"");
        assertThat(lock(chairman)).hasStatus(422).bodyText().contains("mà chưa duyệt: Tổ 33. Nhắc các tổ");
        assertThat(lock(chairman, "anyway", "true")).hasStatus3xxRedirection();
    }

    @Test
    void accusesNobodyOfAQuarterWhoseMonthsAreIn() {
        YearMonth last = YearMonth.now(Days.ZONE).minusMonths(1);
        String quarter =
                Period.of(Period.Grain.QUARTER, last.minusMonths(3).atDay(1)).code();
        String list = "/reports?unit=X" + field.ward + "&period=" + quarter;
        String[] months = Period.parse(quarter).stream()
                .flatMap(it -> Stream.iterate(YearMonth.from(it.first()), month -> month.plusMonths(1))
                        .limit(3))
                .map(YearMonth::toString)
                .toArray(String[]::new);
        handIn("", months[0]);
        handIn("", months[2]);
        int missing = YearMonth.parse(months[1]).getMonthValue();
        assertThat(get(list, chairman))
                .bodyText()
                .contains(
                        "Đã nộp 2/3 tháng",
                        "Tổ 33 (Nguyễn Thị Hoa; thiếu tháng " + missing + ")",
                        "/reports/teams/" + field.team + "?period=" + months[1]);

        handIn("", months[1]);

        assertThat(get(list, chairman))
                .bodyText()
                .contains("Đã nộp, chờ duyệt")
                .doesNotContain("thiếu tháng", "còn 1 tổ chưa nộp");
    }

    @Test
    void hidesReportsOfOtherPlaces() {
        FieldFixture elsewhere = FieldFixture.in(jdbc);

        assertThat(get("/reports?unit=X" + elsewhere.ward, chairman)).hasStatus(404);
        assertThat(get("/reports/locked?unit=X" + elsewhere.ward + "&period=" + MONTH, chairman))
                .hasStatus(404);
        assertThat(get("/reports/teams/" + elsewhere.team + "?period=" + MONTH, chairman))
                .hasStatus(404);
        assertThat(get("/field/report?team=" + elsewhere.team, field.leaderAccount))
                .hasStatus(404);
        assertThat(post(
                        mvc.post()
                                .uri("/reports/lock")
                                .param("unit", "X" + elsewhere.ward)
                                .param("period", MONTH)
                                .param("basedOn", "0"),
                        chairman))
                .hasStatus(404);
        assertThat(post(
                        mvc.post()
                                .uri("/reports/approval")
                                .param("unit", "X" + field.ward)
                                .param("period", MONTH)
                                .param("teams", "" + elsewhere.team),
                        chairman))
                .hasStatus(404);
    }

    @Test
    void setsTheCalendarOfAProvince() {
        TestUnits.Tree tree = units.tree();
        UUID officer = new TestAccounts(jdbc).account("p" + UUID.randomUUID(), Role.PROVINCE_OFFICER, tree.province());
        String code = jdbc.sql("select code from unit_version where unit_id = ?")
                .param(tree.province())
                .query(String.class)
                .single();
        String next = YearMonth.now(Days.ZONE).plusMonths(1).toString();

        assertThat(calendar(code, next, "5", "3", officer))
                .hasStatus(422)
                .bodyText()
                .contains("không ít hơn của tổ");
        assertThat(calendar(code, next, "3", "6", officer))
                .hasStatus(422)
                .bodyText()
                .contains("được tính ở cả hai kỳ", "id=\"sure\"");
        assertThat(calendar(code, next, "3", "6", officer, "true")).hasStatus3xxRedirection();
        String commune = jdbc.sql("select code from unit_version where unit_id = ?")
                .param(tree.commune())
                .query(String.class)
                .single();
        assertThat(get("/reports?unit=" + commune + "&period=" + next, officer))
                .bodyText()
                .contains("Lịch báo cáo đã đổi: các ngày từ 15/");
        assertThat(calendar(code, "12/2026", "3", "5", officer))
                .as("a month as it is said")
                .hasStatus(422)
                .bodyText()
                .contains("12/2026", "Ghi tháng dạng 2026-12");
        assertThat(get("/reports/calendar?unit=" + code, officer))
                .hasStatusOk()
                .bodyText()
                .contains("Nghị định 09/2019/NĐ-CP");
        assertThat(get("/reports?unit=" + code + "&period=" + next, officer))
                .hasStatusOk()
                .bodyText()
                .contains("Từ 15/", "đến 14/");
        assertThat(calendar(code, next, "3", "6", chairman)).hasStatus(404);
    }

    private MvcTestResult calendar(String unit, String from, String teamDays, String wardDays, UUID account) {
        return calendar(unit, from, teamDays, wardDays, account, "");
    }

    private MvcTestResult calendar(
            String unit, String from, String teamDays, String wardDays, UUID account, String sure) {
        return post(
                mvc.post()
                        .uri("/reports/calendar")
                        .param("unit", unit)
                        .param("from", from)
                        .param("cutOff", "MID_MONTH")
                        .param("teamDays", teamDays)
                        .param("wardDays", wardDays)
                        .param("sure", sure),
                account);
    }

    private MvcTestResult handIn(String difficulties) {
        return handIn(difficulties, MONTH);
    }

    private MvcTestResult handIn(String difficulties, String month) {
        return post(
                mvc.post()
                        .uri("/field/report")
                        .param("team", "" + field.team)
                        .param("period", month)
                        .param("difficulties", difficulties)
                        .param("handIn", "yes"),
                field.leaderAccount);
    }

    private MvcTestResult takeBack() {
        return post(
                mvc.post()
                        .uri("/field/report/taking-back")
                        .param("team", "" + field.team)
                        .param("period", MONTH),
                field.leaderAccount);
    }

    private MvcTestResult lock(UUID account) {
        return lock(account, "reason", "");
    }

    private MvcTestResult lock(UUID account, String name, String value) {
        return post(
                mvc.post()
                        .uri("/reports/lock")
                        .param("unit", "X" + field.ward)
                        .param("period", MONTH)
                        .param("basedOn", "0")
                        .param(name, value),
                account);
    }

    private MvcTestResult get(String uri, UUID account) {
        return mvc.get()
                .uri(uri)
                .with(authentication(TestAccounts.signedIn(logins, account)))
                .exchange();
    }

    private MvcTestResult post(MockMvcTester.MockMvcRequestBuilder request, UUID account) {
        return request.with(authentication(TestAccounts.signedIn(logins, account)))
                .with(csrf())
                .exchange();
    }
}
