package vn.tungnha.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.tungnha.SharedApplication;
import vn.tungnha.closing.PeriodLocks;
import vn.tungnha.closing.ReportCalendar;
import vn.tungnha.closing.ReportText;
import vn.tungnha.closing.TeamReports;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Period;
import vn.tungnha.teams.Teams;
import vn.tungnha.units.Units;
import vn.tungnha.visits.FieldFixture;
import vn.tungnha.visits.Visits;

@Tag("slow")
@SharedApplication
class PaperPagesTests {

    private static final YearMonth LAST = YearMonth.now(Days.ZONE).minusMonths(1);
    private static final String MONTH = LAST.toString();

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Logins logins;

    @Autowired
    private Visits visits;

    @Autowired
    private PeriodLocks locks;

    @Autowired
    private ReportCalendar calendar;

    @Autowired
    private TeamReports teamReports;

    @Autowired
    private PaperFigures figures;

    @Autowired
    private Teams teams;

    @Autowired
    private Units units;

    @Autowired
    private JdbcClient jdbc;

    private FieldFixture field;

    @BeforeEach
    void aWardWithAVisitLastMonth() {
        field = FieldFixture.in(jdbc);
        visit(5);
    }

    @Test
    void fillsTheFormWithTheFiguresOfThePeriod() {
        assertThat(get("/reports/papers?" + ward(), field.officerAccount))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "Số: ....../BC-UBND",
                        "Số lượt hộ được hướng dẫn là 1 lượt")
                .contains("Số liệu chưa khóa kỳ", "Chưa có báo cáo của tổ nào trong kỳ.");
        for (String form : new String[] {"BDHVS", "CT"}) {
            assertThat(get("/reports/papers?" + ward() + "&form=" + form, field.officerAccount))
                    .hasStatusOk();
        }
        String half = LAST.getYear() + (LAST.getMonthValue() > 6 ? "-H2" : "-H1");
        assertThat(get("/reports/papers?unit=X" + field.ward + "&period=" + half, field.officerAccount))
                .hasStatusOk()
                .bodyText()
                .contains("6 tháng");
    }

    @Test
    void fillsTheDigitalLiteracyFormFromTheCatalogue() {
        reported("NEWS_ITEMS", 12);
        reported("PARTY_CELLS", 20);
        reported("PARTY_CELLS_THEMATIC", 17);

        assertThat(get("/reports/papers?" + ward() + "&form=BDHVS", field.officerAccount))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Số tin, bài tuyên truyền là 12 tin, bài",
                        "Số chi bộ sinh hoạt chuyên đề là 17 chi bộ",
                        "Tổng số chi bộ",
                        "Số cán bộ, công chức hoàn thành khóa học kỹ năng số",
                        "Số người từ đủ 18 tuổi sử dụng được VNeID",
                        "Số lớp tại cộng đồng")
                .doesNotContain("tuyên truyền: ......");
    }

    private void reported(String measure, int amount) {
        jdbc.sql("""
                        insert into reported_value (unit_id, measure_id, period, first_day, last_day, amount, source, captured_on, entered_at)
                        select ?, id, ?, ?, ?, ?, 'Báo cáo', ?, now() from measure where code = ?
                        """)
                .params(field.ward, MONTH, LAST.atDay(1), LAST.atEndOfMonth(), amount, LAST.atEndOfMonth(), measure)
                .update();
    }

    @Test
    void saysOnThePaperThatItsFiguresAreLocked() {
        locks.lock(field.ward, calendar.of(Period.month(LAST), field.ward), 0, null, field.chairman());
        visit(6);

        assertThat(get("/reports/papers?" + ward(), field.officerAccount))
                .bodyText()
                .contains(
                        "Số liệu đã khóa lúc",
                        "phiên bản 1",
                        "Số lượt hộ được hướng dẫn là 1 lượt",
                        "1 thay đổi ghi sau khi khóa");
    }

    @Test
    void keepsWhatAnOfficialWritesAndTellsWhoComesTooLate() {
        assertThat(write("", "VI. NHIỆM VỤ {KỲ SAU}", "Mở lớp, tập huấn; đi từng nhà."))
                .hasStatus3xxRedirection();

        assertThat(get("/reports/papers?" + ward(), field.officerAccount))
                .bodyText()
                .contains("Mở lớp, tập huấn; đi từng nhà.");
        assertThat(write("", "VI. NHIỆM VỤ {KỲ SAU}", "Muộn")).hasStatus(409);
        assertThat(write("0", "VI. NHIỆM VỤ {KỲ SAU}", "")).hasStatus3xxRedirection();
        assertThat(get("/reports/papers?" + ward(), field.officerAccount))
                .bodyText()
                .doesNotContain("Mở lớp");
    }

    @Test
    void keepsASentPaperByteForByte() {
        String sent = send();
        byte[] before = bytes(sent + "/file?format=docx");
        visit(7);
        String again = send();

        assertThat(bytes(sent + "/file?format=docx")).isEqualTo(before);
        assertThat(get(sent, field.officerAccount))
                .bodyText()
                .contains("Số lượt hộ được hướng dẫn là 1 lượt", "Chưa có số");
        assertThat(get(again, field.officerAccount))
                .bodyText()
                .contains("Số lượt hộ được hướng dẫn là 2 lượt", "lần 2");
        assertThatThrownBy(() ->
                        jdbc.sql("update sent_paper_file set content = ''").update())
                .hasMessageContaining("never changed");
        assertThat(get("/reports/papers/sent?" + ward(), field.officerAccount))
                .bodyText()
                .contains(sent, again);
    }

    @Test
    void countsTwoThatAreSentAtTheSameMoment() throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService officials = Executors.newFixedThreadPool(2);
        try {
            Callable<String> sending = () -> {
                start.await();
                return send();
            };
            Future<String> one = officials.submit(sending);
            Future<String> other = officials.submit(sending);

            assertThat(one.get()).isNotEqualTo(other.get());
            assertThat(jdbc.sql("select revision from sent_paper where unit_id = ?")
                            .param(field.ward)
                            .query(Integer.class)
                            .list())
                    .containsExactlyInAnyOrder(1, 2);
        } finally {
            officials.shutdownNow();
        }
    }

    @Test
    void takesTheNumberOfTheRegisterLater() {
        String sent = send();

        assertThat(number(sent, "", "2026-01-05")).hasStatus(422).bodyText().contains("Ghi số, ký hiệu");
        assertThat(number(sent, "12/BC-UBND", "")).hasStatus(422).bodyText().contains("12/BC-UBND");
        assertThat(number(sent, "12/BC-UBND", "2026-01-05")).hasStatus3xxRedirection();
        assertThat(number(sent, "13/BC-UBND", "2026-01-06")).hasStatus3xxRedirection();
        assertThat(get(sent, field.officerAccount)).bodyText().contains("Số 13/BC-UBND, ngày 06/01/2026");
    }

    @Test
    void givesATeamItsOwnReport() {
        assertThat(get("/reports/papers?period=" + MONTH, field.leaderAccount))
                .hasStatusOk()
                .bodyText()
                .contains("DANH SÁCH THÀNH VIÊN", "Nguyễn Thị Hoa", "TỔ TRƯỞNG")
                .doesNotContain("BC-UBND");
        for (String format : new String[] {"docx", "pdf", "xlsx"}) {
            assertThat(get(
                            "/reports/papers/draft." + format + "?team=" + field.team + "&period=" + MONTH,
                            field.leaderAccount))
                    .hasStatusOk();
        }
    }

    @Test
    void hidesPapersOfOtherPlaces() {
        String sent = send();
        FieldFixture elsewhere = FieldFixture.in(jdbc);

        assertThat(get("/reports/papers?" + ward(), elsewhere.officerAccount)).hasStatus(404);
        assertThat(get("/reports/papers/draft.pdf?" + ward(), elsewhere.officerAccount))
                .hasStatus(404);
        assertThat(get("/reports/papers?team=" + field.team, elsewhere.leaderAccount))
                .hasStatus(404);
        assertThat(get("/reports/papers?" + ward(), field.leaderAccount)).hasStatus(404);
        assertThat(get(sent, elsewhere.officerAccount)).hasStatus(404);
        assertThat(get(sent + "/file?format=pdf", elsewhere.officerAccount)).hasStatus(404);
        assertThat(post(sent + "/number", Map.of("number", "1", "dated", "2026-01-05"), elsewhere.officerAccount))
                .hasStatus(404);
        assertThat(post("/reports/papers", request(), elsewhere.officerAccount)).hasStatus(404);
    }

    @Test
    void refusesPeriodsThatAreNone() {
        assertThat(get("/reports/papers?unit=X" + field.ward + "&period=gần-đây", field.officerAccount))
                .hasStatus(422);
        assertThat(get("/reports/papers?unit=X" + field.ward + "&period=2099-01", field.officerAccount))
                .hasStatus(422);
        assertThat(get("/reports/papers?" + ward() + "&form=NONE", field.officerAccount))
                .hasStatus(404);
    }

    @Test
    void letsAnAdministratorChangeAFormFromADayOn() {
        UUID admin = new TestAccounts(jdbc).account("a" + UUID.randomUUID(), Role.ADMIN, null);
        int version = jdbc.sql(
                        "select max(version) from paper_form_version v join paper_form f on f.id = v.form_id where"
                                + " f.code = 'CT'")
                .query(Integer.class)
                .single();
        LocalDate tomorrow = LocalDate.now(Days.ZONE).plusYears(1);

        assertThat(get("/admin/papers", admin)).hasStatusOk().bodyText().contains("CT01–CT14");
        assertThat(get("/admin/papers/CT", admin))
                .hasStatusOk()
                .bodyText()
                .contains("HOUSEHOLDS_COVERAGE.TOTAL:mẫu số | Số hộ | hộ | CT01");
        assertThat(change(admin, version, "{ai đó}", tomorrow))
                .hasStatus(422)
                .bodyText()
                .contains("{ai đó}", "để điền vào mẫu");
        assertThat(change(admin, version, "Biểu mới {kỳ}", tomorrow)).hasStatus3xxRedirection();
        assertThat(change(admin, version, "Muộn", tomorrow)).hasStatus(409);
        assertThat(get("/reports/papers?" + ward() + "&form=CT", field.officerAccount))
                .bodyText()
                .as("an older period keeps its form")
                .doesNotContain("Biểu mới");
        assertThat(get("/admin/papers", field.officerAccount)).hasStatus(404);
    }

    @Test
    void keepsTheEstimateAndCoverageOfALockedFigureThatDiffersNow() {
        locks.lock(field.ward, calendar.of(Period.month(LAST), field.ward), 0, null, field.chairman());
        jdbc.sql("""
                        update locked_figure set exact = false, covered = 3, covered_of = 7
                        where lock_id = (select max(id) from period_lock where unit_id = ?)
                        """).param(field.ward).update();
        visit(6);

        assertThat(get("/reports/papers?" + ward(), field.officerAccount))
                .bodyText()
                .contains("3/7");
        assertThat(get("/reports/locked?" + ward(), field.officerAccount))
                .bodyText()
                .contains("ước tính", "tính trên 3/7 đơn vị");
    }

    @Test
    void comparesATeamWithWhatItHandedInBefore() {
        Period before = Period.month(LAST.minusMonths(1));
        visits.record(
                field.aVisit()
                        .at(before.first()
                                .plusDays(4)
                                .atTime(9, 0)
                                .atZone(Days.ZONE)
                                .toInstant())
                        .command(),
                field.leader());
        teamReports.write(field.team, before, null, new ReportText(null, null, null), true, field.leader());
        visits.record(
                field.aVisit()
                        .at(before.first()
                                .plusDays(5)
                                .atTime(9, 0)
                                .atZone(Days.ZONE)
                                .toInstant())
                        .command(),
                field.leader());

        FigureSheet sheet = figures.read(
                new PaperPlace(null, teams.get(field.team, field.leader()), units.get(field.ward, Days.FOREVER), null),
                PaperPeriod.of(Period.month(LAST)),
                List.of(FormLine.of("VISITS", null)),
                List.of());

        assertThat(Objects.requireNonNull(sheet.figure(FormLine.of("VISITS", null), ""))
                        .previous())
                .isEqualByComparingTo("1");
    }

    @Test
    void letsTheRowsOfARollUpAddUpAndSaysWhatDiffersNow() {
        long province = province();
        UUID officer = new TestAccounts(jdbc).account("p" + UUID.randomUUID(), Role.PROVINCE_OFFICER, province);
        String page = "/reports/papers?unit=P" + province + "&period=" + MONTH;
        assertThat(get(page, officer)).hasStatusOk().bodyText().doesNotContain("cộng các dòng dưới");

        locks.lock(field.ward, calendar.of(Period.month(LAST), field.ward), 0, null, field.chairman());
        visit(6);

        assertThat(get(page, officer))
                .hasStatusOk()
                .bodyText()
                .contains("Sông Thương, cộng các dòng dưới", "Sông Thương, hiện nay", "dòng đầu cộng các dòng dưới");
    }

    @Test
    void makesAFormTakesAWrongVersionBackAndUsesItAgain() {
        UUID admin = new TestAccounts(jdbc).account("a" + UUID.randomUUID(), Role.ADMIN, null);
        String code = "CT-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        assertThat(post("/admin/papers", made("CT", "ct 1"), admin)).hasStatus(422);
        assertThat(post("/admin/papers", made("CT", code), admin)).hasRedirectedUrl("/admin/papers/" + code);
        assertThat(post("/admin/papers", made("CT", code), admin))
                .hasStatus(422)
                .bodyText()
                .contains(code);
        assertThat(get("/reports/papers?" + ward() + "&form=" + code, field.officerAccount))
                .hasStatusOk();
        LocalDate begin = LAST.atDay(1);

        assertThat(publish(code, admin, 1, "BIỂU {KỲ} {VISITS}", begin)).hasStatus3xxRedirection();
        assertThat(get("/reports/papers?" + ward() + "&form=" + code, field.officerAccount))
                .bodyText()
                .contains("BIỂU THÁNG " + LAST.getMonthValue() + " NĂM " + LAST.getYear() + " 1");
        assertThat(publish(code, admin, 2, "BIỂU {chưa biết}", begin)).hasStatus(422);

        String version = "/admin/papers/" + code + "/versions/2";
        assertThat(post(version + "/withdrawal", Map.of("reason", ""), admin)).hasStatus(422);
        assertThat(post(version + "/withdrawal", Map.of("reason", "sai"), admin))
                .hasStatus3xxRedirection();
        assertThat(post(version.replace("/2", "/1") + "/withdrawal", Map.of("reason", "sai"), admin))
                .hasStatus(422);
        assertThat(get("/reports/papers?" + ward() + "&form=" + code, field.officerAccount))
                .bodyText()
                .doesNotContain("BIỂU THÁNG");
        assertThat(get("/admin/papers/" + code, admin)).bodyText().contains("Đã rút");
        assertThat(post(version + "/restoring", Map.of(), admin)).hasStatus3xxRedirection();
        assertThat(get("/reports/papers?" + ward() + "&form=" + code, field.officerAccount))
                .bodyText()
                .contains("BIỂU THÁNG");
    }

    @Test
    void offersAFormToItsPlaceOnlyAndLetsItGoUntilSomethingIsSent() {
        UUID admin = new TestAccounts(jdbc).account("a" + UUID.randomUUID(), Role.ADMIN, null);
        FieldFixture elsewhere = FieldFixture.in(jdbc);
        String code = "CT-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        Map<String, String> form = new HashMap<>(made("CT", code));
        form.put("unit", "X" + field.ward);
        assertThat(post("/admin/papers", form, admin)).hasRedirectedUrl("/admin/papers/" + code);
        String own = "/reports/papers?" + ward() + "&form=" + code;
        String other = "/reports/papers?unit=X" + elsewhere.ward + "&period=" + MONTH + "&form=" + code;

        assertThat(get(own, field.officerAccount)).hasStatusOk();
        assertThat(get("/reports/papers?" + ward(), field.officerAccount))
                .as("its own form comes first")
                .bodyText()
                .containsPattern("<option[^>]*value=\"" + code + "\"[^>]*selected|selected[^>]*value=\"" + code + "\"");
        assertThat(get(other, elsewhere.officerAccount)).hasStatus(404);
        assertThat(post("/admin/papers/" + code + "/place", Map.of("unit", "X0"), admin))
                .hasStatus(422)
                .bodyText()
                .contains("mã X0");
        assertThat(post("/admin/papers/" + code + "/place", Map.of("unit", "X" + elsewhere.ward), admin))
                .hasStatus3xxRedirection();
        assertThat(get(own, field.officerAccount)).hasStatus(404);
        assertThat(get(other, elsewhere.officerAccount)).hasStatusOk();
        post("/admin/papers/" + code + "/place", Map.of("unit", ""), admin);
        assertThat(get(own, field.officerAccount)).hasStatusOk();

        assertThat(post("/admin/papers/CT/removal", Map.of(), admin)).hasStatus(422);
        assertThat(post("/admin/papers/" + code + "/removal", Map.of(), admin)).hasRedirectedUrl("/admin/papers");
        assertThat(get(own, field.officerAccount)).hasStatus(404);
        assertThat(get("/admin/papers", admin))
                .bodyText()
                .contains("Mẫu đã bỏ", "/admin/papers/" + code + "/restoring");
        assertThat(post("/admin/papers/" + code + "/restoring", Map.of(), admin))
                .hasStatus3xxRedirection();
        assertThat(post("/admin/papers/" + code + "/restoring", Map.of(), admin))
                .hasStatus(409);
        assertThat(post(
                        "/reports/papers",
                        Map.of("unit", "X" + field.ward, "period", MONTH, "form", code),
                        field.officerAccount))
                .hasStatus3xxRedirection();
        assertThat(post("/admin/papers/" + code + "/removal", Map.of(), admin))
                .hasStatus(422)
                .bodyText()
                .contains("Đã có báo cáo chốt theo mẫu này");
        post("/admin/papers/" + code + "/place", Map.of("unit", "X" + elsewhere.ward), admin);
    }

    private static Map<String, String> made(String source, String code) {
        return Map.of("source", source, "code", code, "nameVi", "Biểu thử", "nameEn", "A try", "grain", "MONTH");
    }

    private MvcTestResult publish(String code, UUID admin, int version, String title, LocalDate from) {
        Map<String, String> form = new HashMap<>(Map.of(
                "version", "" + version,
                "from", from.toString(),
                "reason", "thử",
                "issuer", "UBND",
                "title", title,
                "subject", "Biểu thử",
                "signers", "CHỦ TỊCH"));
        form.putAll(Map.of("position0", "1", "kind0", "FIGURES", "lines0", "VISITS"));
        return post("/admin/papers/" + code, form, admin);
    }

    /** Above the ward, with nothing else in it. */
    private long province() {
        long id = jdbc.sql("insert into unit (level) values ('PROVINCE') returning id")
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into unit_version (unit_id, code, name, full_name, kind, search)
                        values (?, ?, 'Sông Thương', 'Tỉnh Sông Thương', 'TINH', '')
                        """).params(id, "P" + id).update();
        jdbc.sql("insert into unit_lineage values (?, ?, '1900-01-01', '9999-12-31', 1, true)")
                .params(id, id)
                .update();
        for (var under : Map.of(id, 0, field.ward, 1, field.village, 2).entrySet()) {
            jdbc.sql("insert into unit_closure values (?, ?, ?, '1900-01-01', '9999-12-31')")
                    .params(id, under.getKey(), under.getValue())
                    .update();
        }
        return id;
    }

    private MvcTestResult change(UUID admin, int version, String subject, LocalDate from) {
        return post(
                "/admin/papers/CT",
                Map.of(
                        "version",
                        "" + version,
                        "from",
                        from.toString(),
                        "reason",
                        "thử",
                        "issuer",
                        "UBND",
                        "title",
                        "BIỂU",
                        "subject",
                        subject,
                        "signers",
                        "CHỦ TỊCH",
                        "position0",
                        "1",
                        "kind0",
                        "FIGURES",
                        "lines0",
                        "VISITS"),
                admin);
    }

    private void visit(int day) {
        Instant at = LAST.atDay(day).atTime(9, 0).atZone(Days.ZONE).toInstant();
        visits.record(field.aVisit().at(at).command(), field.leader());
    }

    private String ward() {
        return "unit=X" + field.ward + "&period=" + MONTH;
    }

    private Map<String, String> request() {
        return Map.of("unit", "X" + field.ward, "period", MONTH);
    }

    private String send() {
        MvcTestResult answer = post("/reports/papers", request(), field.officerAccount);
        assertThat(answer).hasStatus3xxRedirection();
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    private MvcTestResult write(String version, String key, String text) {
        return post(
                "/reports/papers/text",
                Map.of("unit", "X" + field.ward, "period", MONTH, "version", version, "key", key, "text", text),
                field.officerAccount);
    }

    private MvcTestResult number(String sent, String number, String dated) {
        return post(sent + "/number", Map.of("number", number, "dated", dated), field.officerAccount);
    }

    private byte[] bytes(String uri) {
        return get(uri, field.officerAccount).getResponse().getContentAsByteArray();
    }

    private MvcTestResult get(String uri, UUID account) {
        return mvc.get()
                .uri(uri)
                .with(authentication(TestAccounts.signedIn(logins, account)))
                .exchange();
    }

    private MvcTestResult post(String uri, Map<String, String> params, UUID account) {
        var request = mvc.post().uri(uri);
        for (Map.Entry<String, String> param : params.entrySet()) {
            request = request.param(param.getKey(), param.getValue());
        }
        return request.with(authentication(TestAccounts.signedIn(logins, account)))
                .with(csrf())
                .exchange();
    }
}
