package vn.tungnha.indicators.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.indicators.Counters;
import vn.tungnha.units.TestUnits;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Two wards until the end of 2024, one of which went into the other; a team that paid two visits. */
@Tag("slow")
@SharedApplication
@Transactional
class IndicatorsWebTests {

    private static final LocalDate MERGER = LocalDate.of(2025, 1, 1);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestUnits test;

    @Autowired
    Units units;

    @Autowired
    Logins logins;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Counters counters;

    private UnitView ward;
    private UnitView former;
    private UnitView district;
    private long team;
    private RequestPostProcessor officer;

    @BeforeEach
    void aWardAtWork() {
        var tree = test.tree();
        test.merge(MERGER, tree.communes().get(1), tree.communes().get(0));
        former = units.get(tree.communes().get(0), MERGER.minusDays(1));
        ward = units.get(tree.communes().get(1), MERGER);
        district = units.get(tree.district(), MERGER);
        team = jdbc.sql("""
                        insert into team (version, name, kind, search, status, established_on)
                        values (0, 'Tổ 33', (select min(code) from team_kind), 'to 33', 'ACTIVE', '2024-01-01') returning id
                        """).query(Long.class).single();
        long village = tree.villages().get(1).get(0);
        jdbc.sql("insert into team_area (team_id, village_id, home, valid_from) values (?, ?, true, '2024-01-01')")
                .params(team, village)
                .update();
        UUID household = UUID.randomUUID();
        jdbc.sql("""
                        insert into household (id, version, kind, village_id, alley, number, sort_key, search, status,
                                               registered_on, created_at)
                        values (?, 0, 'HOUSEHOLD', ?, 'K1', '1', '1', '1', 'ACTIVE', '2024-01-01', now())
                        """).params(household, village).update();
        jdbc.sql("insert into household_placement (household_id, village_id) values (?, ?)")
                .params(household, village)
                .update();
        visit(household, "2025-03-04");
        visit(household, "2025-03-05");
        counters.refill();
        officer = as(Role.WARD_OFFICER, ward.id());
    }

    @Test
    void storesReportedValuesAndAnswersTheRateUnrounded() {
        assertThat(put("2025-03", 138, 142))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.stored")
                .isEqualTo(2);
        assertThat(put("2025-03", 138, 142))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.stored")
                .isEqualTo(0);

        var value = assertThat(get("/api/v1/indicator-values?unit=%s&indicator=PROCEDURES_FULLY_ONLINE&from=2025-03"
                        .formatted(ward.code())))
                .hasStatusOk()
                .bodyJson();
        value.extractingPath("$.total").isEqualTo(1);
        value.extractingPath("$.items[0].unit").isEqualTo(ward.code());
        value.extractingPath("$.items[0].unitName").isEqualTo(ward.name());
        value.extractingPath("$.items[0].kind").isEqualTo("RATE");
        value.extractingPath("$.items[0].variant").isNotNull();
        value.extractingPath("$.items[0].period").isEqualTo("2025-03");
        value.extractingPath("$.items[0].numerator").isEqualTo(138);
        value.extractingPath("$.items[0].denominator").isEqualTo(142);
        value.extractingPath("$.items[0].value").asNumber().satisfies(it -> assertThat(it.doubleValue())
                .isEqualTo(138 * 100 / 142.0));
        value.extractingPath("$.items[0].source").isEqualTo("REPORTED");
        value.extractingPath("$.items[0].target").isNull();
        value.extractingPath("$.items[0].asOf").isEqualTo("2025-04-02");
    }

    @Test
    void answersACountWithoutDenominator() {
        var value =
                assertThat(values(ward.code(), "&from=2025-03")).hasStatusOk().bodyJson();

        value.extractingPath("$.items[0].kind").isEqualTo("COUNT");
        value.extractingPath("$.items[0].numerator").isEqualTo(2);
        value.extractingPath("$.items[0].value").isEqualTo(2);
        value.extractingPath("$.items[0].denominator").isNull();
        value.extractingPath("$.items[0].previous").isEqualTo(0);
        value.extractingPath("$.items[0].source").isEqualTo("FIELD");
    }

    @Test
    void answersForTheChildrenOfEachDaysTree() {
        RequestPostProcessor above = as(Role.DISTRICT_OFFICER, district.id());

        assertThat(get(children("2024-12", "then"), above))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(2);
        assertThat(get(children("2024-12", "now"), above))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(1);
        assertThat(get(children("2024-12", "2024-11-30"), above))
                .bodyJson()
                .extractingPath("$.items[*].unit")
                .asArray()
                .containsExactlyInAnyOrder(former.code(), ward.code());
    }

    @Test
    void namesTheSuccessorsOfAUnitNotInForce() {
        RequestPostProcessor above = as(Role.DISTRICT_OFFICER, district.id());

        var problem = assertThat(get(
                        "/api/v1/indicator-values?unit=%s&indicator=VISITS&from=2025-03".formatted(former.code()),
                        above))
                .hasStatus(404)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson();
        problem.extractingPath("$.code").isEqualTo("UNIT_NOT_IN_FORCE");
        problem.extractingPath("$.successors[0].code").isEqualTo(ward.code());
    }

    @Test
    void answersForATeam() {
        for (String expected : new String[] {"VISITS 2", "TEAMS 1", "TEAM_MEMBERS 0"}) {
            String[] parts = expected.split(" ");
            var value = assertThat(
                            get("/api/v1/indicator-values?team=%d&indicator=%s&from=2025-03".formatted(team, parts[0])))
                    .hasStatusOk()
                    .bodyJson();
            value.extractingPath("$.items[0].team").isEqualTo(String.valueOf(team));
            value.extractingPath("$.items[0].unitName").isEqualTo("Tổ 33");
            value.extractingPath("$.items[0].value").isEqualTo(Integer.parseInt(parts[1]));
        }
    }

    @Test
    void hidesFiguresFromElsewhere() {
        RequestPostProcessor stranger = as(Role.WARD_OFFICER, test.tree().commune());
        String unit = ward.code();

        assertThat(get("/api/v1/indicator-values?indicator=VISITS&unit=" + unit, stranger))
                .hasStatus(404);
        assertThat(get("/api/v1/indicator-values?indicator=VISITS&team=" + team, stranger))
                .hasStatus(404);
        assertThat(get("/indicators?unit=" + unit, stranger)).hasStatus(404);
        assertThat(get("/indicators/VISITS?unit=" + unit, stranger)).hasStatus(404);
        assertThat(get("/indicators/VISITS/rows.csv?unit=" + unit, stranger)).hasStatus(404);
        assertThat(get("/indicators/reported?unit=" + unit, stranger)).hasStatus(404);
    }

    @Test
    void namesTheWrongParameter() {
        assertThat(values(ward.code(), "&from=2025-13"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("from");
        assertThat(values(ward.code(), "&grain=week")).hasStatus(422);
    }

    @Test
    void saysWhatIsCountedFromTheRegisters() {
        assertThat(get("/indicators/TEAMS?period=2025-03&unit=" + ward.code()))
                .hasStatusOk()
                .bodyText()
                .contains("Đếm từ sổ tổ, thành viên, báo cáo");
        assertThat(get("/indicators/VISITS?period=2025-03&unit=" + ward.code()))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Đếm từ sổ");
    }

    @Test
    void showsTheCardWithTeamsAndSwitches() {
        assertThat(get("/indicators/VISITS?period=2025-03&unit=" + ward.code()))
                .hasStatusOk()
                .bodyText()
                .contains("Tháng 3/2025", "Theo tổ (1)", "Tổ 33", "period=2025-02", "period=2025-Q1", "structure=now");
        assertThat(get("/indicators/VISITS?period=2025-01-01/2025-03-31&unit=" + ward.code()))
                .hasStatusOk();
        assertThat(get("/indicators/NO_SUCH")).hasStatus(404);
    }

    @Test
    void givesTheRowsBehindAFigureAsATable() {
        assertThat(get("/indicators/VISITS/rows.csv?period=2025-03&unit=" + ward.code()))
                .hasStatusOk()
                .bodyText()
                .contains("Lượt thăm,VISITS", "Cả đơn vị," + ward.code(), "Tổ 33,2025-03,2,,2");
        assertThat(get("/indicators/VISITS/rows.xlsx?period=2025-03&unit=" + ward.code()))
                .hasStatusOk();
    }

    @Test
    void takesADraftFromTheFormToTheCard() {
        RequestPostProcessor admin = as(Role.ADMIN, null);
        put("2025-03", 138, 142);
        String base = "/admin/indicators/PROCEDURES_FULLY_ONLINE";
        assertThat(post(base + "/drafts", admin)).hasStatus3xxRedirection();
        assertThat(get(base + "/draft", admin)).hasStatusOk().bodyText().contains("PROCEDURES_ELIGIBLE");

        String[] fields = {
            "pillar",
            "GOVERNMENT",
            "position",
            "1",
            "nameVi",
            "Tỷ lệ toàn trình",
            "nameEn",
            "Fully online",
            "unitVi",
            "%",
            "unitEn",
            "%",
            "direction",
            "UP",
            "decimals",
            "2",
            "goodAt",
            "100",
            "nearAt",
            "95",
            "standard",
            "0",
            "v0.code",
            "STANDARD",
            "v0.nameVi",
            "Chuẩn",
            "v0.nameEn",
            "Standard",
            "v0.numerator",
            "PROCEDURES_FULLY_ONLINE",
            "v0.denominator",
            "PROCEDURES_ELIGIBLE +",
            "version",
            "0"
        };
        assertThat(post(base + "/draft", admin, fields))
                .hasStatus(422)
                .bodyText()
                .contains("Ký tự 22", "PROCEDURES_ELIGIBLE +", "aria-invalid=\"true\"");
        fields[31] = "2 * PROCEDURES_ELIGIBLE";
        assertThat(post(base + "/draft", admin, fields)).hasRedirectedUrl(base + "/preview");
        assertThat(get(base + "/preview?period=2025-03&unit=" + ward.code(), admin))
                .hasStatusOk()
                .bodyText()
                .contains("97,18%", "48,59%", "138/142", "138/284");
        assertThat(post(base + "/publication", admin, "version", "1", "from", "2025-03-01"))
                .hasStatus(422)
                .bodyText()
                .contains("Ghi lý do");
        assertThat(post(base + "/publication", admin, "version", "1", "from", "2025-03-01", "reason", "đổi mẫu số"))
                .hasRedirectedUrl(base);

        assertThat(get("/indicators/PROCEDURES_FULLY_ONLINE?period=2025-03&unit=" + ward.code()))
                .bodyText()
                .contains(
                        "48,59%",
                        "2 × Thủ tục đủ điều kiện trực tuyến toàn trình", "đổi cách tính 01/03/2025", "đổi mẫu số");
        assertThat(get(base, as(Role.PROVINCE_OFFICER, district.id())))
                .hasStatusOk()
                .bodyText()
                .contains("phiên bản 2")
                .doesNotContain("Thu hồi phiên bản");
        assertThat(post(base + "/drafts", as(Role.PROVINCE_OFFICER, district.id())))
                .hasStatus(404);
        assertThat(post(base + "/versions/2/withdrawal", admin, "reason", "nhầm"))
                .hasRedirectedUrl(base);
        assertThat(get("/indicators/PROCEDURES_FULLY_ONLINE?period=2025-03&unit=" + ward.code()))
                .bodyText()
                .contains("97,18%");
    }

    @Test
    void showsTheCatalogueAndItsForms() {
        RequestPostProcessor admin = as(Role.ADMIN, null);
        for (String page : new String[] {"", "/new", "/new?kind=COUNT", "/new?kind=SCORE", "/SCORE_766", "/VISITS"}) {
            assertThat(get("/admin/indicators" + page, admin)).hasStatusOk();
        }
        assertThat(get("/admin/indicators/new?kind=NONE", admin)).hasStatus(404);
        assertThat(post("/admin/indicators", admin, "kind", "NONE", "code", "X_Y"))
                .hasStatus(404);
        assertThat(get("/admin/measures", admin)).hasStatusOk().bodyText().contains("DOSSIERS_SYNCED");
        assertThat(get("/admin/measures/new", admin)).hasStatusOk();
        assertThat(get("/admin/measures/DOSSIERS_SYNCED", admin)).hasStatusOk();
        assertThat(post("/admin/measures", admin, "code", "x")).hasStatus(422);
        assertThat(get("/indicators/SCORE_766?period=2025-03&unit=" + ward.code()))
                .hasStatusOk()
                .bodyText()
                .contains("Điểm từng thành phần", "đã chấm 0/16 thành phần", "chưa có số liệu");
    }

    @Test
    void findsTheUnitByItsName() {
        String named = ward.fullName() + " (" + ward.code() + ")";

        assertThat(get("/indicators/VISITS?period=2025-03&unit={unit}", ward.fullName()))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"" + named + "\"");
        assertThat(get("/indicators/VISITS?period=2025-03&unit={unit}", named))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"" + named + "\"");
        assertThat(get("/indicators/VISITS?period=2025-03&unit={unit}", "Phường không có"))
                .hasStatus(422)
                .bodyText()
                .contains("Phường không có");
    }

    @Test
    void keepsARefusedTargetOnTheCard() {
        assertThat(target("abc"))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"abc\"", "id=\"target-amount-error\"", "Công thức bằng lời");
        assertThat(target("97,5")).hasStatus3xxRedirection();
        assertThat(target("98")).hasStatus(422).bodyText().contains("id=\"target-reason-error\"");
        assertThat(get("/indicators/PROCEDURES_FULLY_ONLINE?period=2025-03&unit=" + ward.code()))
                .bodyText()
                .contains("97,5%");
    }

    @Test
    void asksAgainWhenTheNumeratorIsAboveTheDenominator() {
        assertThat(entered("150", null)).hasStatus(422).bodyText().contains("150", "name=\"confirmed\"");
        assertThat(entered("không", null)).hasStatus(422).bodyText().contains("value=\"không\"");
        assertThat(entered("150", "true")).hasStatus3xxRedirection();
        assertThat(get("/indicators/reported?period=2025-03&unit=" + ward.code()))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"150\"", "Sổ theo dõi");
    }

    @Test
    void refusesHalfADossierAndSaysHowItWasRead() {
        assertThat(entered("13,781", null))
                .hasStatus(422)
                .bodyText()
                .contains("được đọc là 13,781", "value=\"13,781\"");
        assertThat(entered("13.781", "true")).hasStatus3xxRedirection();
        assertThat(inForce()).contains("PROCEDURES_FULLY_ONLINE 13781 Sổ theo dõi");
    }

    @Test
    void leavesSourceAndDayOfWhatWasNotTouched() {
        put("2025-03", 13781, 14200);
        assertThat(get("/indicators/reported?lang=en&period=2025-03&unit=" + ward.code()))
                .hasStatusOk()
                .bodyText()
                .contains("name=\"w.PROCEDURES_ELIGIBLE\" value=\"14.200\"")
                .doesNotContain("value=\"14,200\"");

        assertThat(changed("13.781", "13.900", "Sổ mới")).hasStatus3xxRedirection();

        assertThat(inForce())
                .containsExactlyInAnyOrder(
                        "PROCEDURES_FULLY_ONLINE 13900 Sổ mới", "PROCEDURES_ELIGIBLE 14200 Hệ thống một cửa");
    }

    @Test
    void refusesToOverwriteWhatSomebodyElseJustChanged() {
        put("2025-03", 13781, 14200);
        put("2025-03", 13800, 14200);

        assertThat(changed("13.781", "13.900", "Sổ mới"))
                .hasStatus(422)
                .bodyText()
                .contains("vừa có người sửa số này", "value=\"13.900\"");
        assertThat(inForce()).contains("PROCEDURES_FULLY_ONLINE 13800 Hệ thống một cửa");
        assertThat(changed("13.800", "13.900", "Sổ mới")).hasStatus3xxRedirection();
    }

    /** As a browser sends the form: each field with what it held before. */
    private MvcTestResult changed(String before, String numerator, String source) {
        return mvc.post()
                .uri("/indicators/reported")
                .with(officer)
                .with(csrf())
                .param("unit", ward.code())
                .param("period", "2025-03")
                .param("source", source)
                .param("capturedOn", "2025-04-09")
                .param("w.PROCEDURES_FULLY_ONLINE", before)
                .param("v.PROCEDURES_FULLY_ONLINE", numerator)
                .param("w.PROCEDURES_ELIGIBLE", "14.200")
                .param("v.PROCEDURES_ELIGIBLE", "14.200")
                .exchange();
    }

    private List<String> inForce() {
        return jdbc.sql("""
                        select m.code || ' ' || r.amount::int || ' ' || r.source
                        from reported_value r join measure m on m.id = r.measure_id
                        where r.unit_id = ? and r.period = '2025-03' and r.replaced_at is null
                        """).param(ward.id()).query(String.class).list();
    }

    private MvcTestResult entered(String numerator, String confirmed) {
        var post = mvc.post()
                .uri("/indicators/reported")
                .with(officer)
                .with(csrf())
                .param("unit", ward.code())
                .param("period", "2025-03")
                .param("source", "Sổ theo dõi")
                .param("capturedOn", "2025-04-02")
                .param("v.PROCEDURES_FULLY_ONLINE", numerator)
                .param("v.PROCEDURES_ELIGIBLE", "142");
        return (confirmed == null ? post : post.param("confirmed", confirmed)).exchange();
    }

    private MvcTestResult target(String amount) {
        return mvc.post()
                .uri("/indicators/PROCEDURES_FULLY_ONLINE/targets")
                .with(as(Role.DISTRICT_OFFICER, district.id()))
                .with(csrf())
                .param("unit", ward.code())
                .param("shown", "2025-03")
                .param("period", "2025-03")
                .param("kind", "RATE")
                .param("amount", amount)
                .exchange();
    }

    private MvcTestResult put(String period, int numerator, int denominator) {
        return mvc.put()
                .uri("/api/v1/reported-values/{unit}/{period}", ward.code(), period)
                .with(officer)
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"source": "Hệ thống một cửa", "capturedOn": "2025-04-02", "values": [
                          {"measure": "PROCEDURES_FULLY_ONLINE", "amount": %d}, {"measure": "PROCEDURES_ELIGIBLE", "amount": %d}]}
                        """.formatted(numerator, denominator))
                .exchange();
    }

    private String children(String month, String structure) {
        return "/api/v1/indicator-values?indicator=VISITS&children=true&unit=%s&from=%s&structure=%s"
                .formatted(district.code(), month, structure);
    }

    private MvcTestResult values(String unit, String more) {
        return get("/api/v1/indicator-values?indicator=VISITS&unit=" + unit + more);
    }

    private MvcTestResult get(String uri) {
        return get(uri, officer);
    }

    private MvcTestResult get(String uri, String unit) {
        return mvc.get().uri(uri, unit).with(officer).exchange();
    }

    private MvcTestResult get(String uri, RequestPostProcessor user) {
        return mvc.get().uri(uri).with(user).exchange();
    }

    private MvcTestResult post(String uri, RequestPostProcessor user, String... fields) {
        var post = mvc.post().uri(uri).with(user).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            post = post.param(fields[i], fields[i + 1]);
        }
        return post.exchange();
    }

    private RequestPostProcessor as(Role role, @Nullable Long unit) {
        UUID account = new TestAccounts(jdbc).account("u" + UUID.randomUUID(), role, unit);
        return authentication(TestAccounts.signedIn(logins, account));
    }

    private void visit(UUID household, String day) {
        jdbc.sql("""
                        insert into visit (id, version, status, household_id, team_id, visited_at, visited_on, outcome,
                                           guided_unnamed, received_at, body_hash)
                        values (?, 1, 'RECORDED', ?, ?, ?::date, ?::date, 'MET', 0, now(), ''::bytea)
                        """).params(UUID.randomUUID(), household, team, day, day).update();
    }
}
