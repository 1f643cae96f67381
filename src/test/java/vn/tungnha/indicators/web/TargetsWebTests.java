package vn.tungnha.indicators.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.reports.StatementCount;
import vn.tungnha.units.TestUnits;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** A district of two wards with three groups each; the year 2025. */
@Tag("slow")
@SharedApplication
@Transactional
class TargetsWebTests {

    private static final LocalDate JULY = LocalDate.of(2025, 7, 1);

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

    private TestUnits.Tree tree;
    private String ward;
    private String district;
    private RequestPostProcessor officer;
    private RequestPostProcessor above;

    @BeforeEach
    void aDistrict() {
        tree = test.tree();
        ward = code(tree.commune());
        district = code(tree.district());
        officer = as(Role.WARD_OFFICER, tree.commune());
        above = as(Role.DISTRICT_OFFICER, tree.district());
    }

    @Test
    void showsTheTargetsOfAUnitAndOfItsParts() {
        given(tree.commune(), "COUNT", 240, "2025-01-02");

        String page = text(get("/targets?indicator=VISITS&period=2025&by=village", officer));

        assertThat(page).contains("Cầu Mây", "chỉ tiêu 240", "Tổ dân phố 1", "Tổ dân phố 3", "Chưa giao");
    }

    @Test
    void answersDefinitionsByPagesEachWithTheTargetsOneMaySee() {
        given(tree.commune(), "COUNT", 240, "2025-01-02");

        String first = text(get("/api/v1/indicators?size=2", officer));
        String all = text(get("/api/v1/indicators?size=1000", officer));
        String elsewhere = text(get(
                "/api/v1/indicators?size=1000",
                as(Role.WARD_OFFICER, tree.communes().get(1))));

        assertThat(JsonPath.<List<?>>read(first, "$.items")).hasSize(2);
        assertThat(JsonPath.<Integer>read(first, "$.total")).isGreaterThan(2);
        String visits = "$.items[?(@.code == 'VISITS')].targets[*].amount";
        assertThat(JsonPath.<List<Number>>read(all, visits))
                .extracting(Number::intValue)
                .containsExactly(240);
        assertThat(JsonPath.<List<?>>read(elsewhere, visits)).isEmpty();
    }

    @Test
    void hidesTargetsOfOtherPlaces() {
        String other = code(tree.communes().get(1));

        for (String path :
                List.of("/targets?unit=", "/targets/entry?indicator=VISITS&unit=", "/targets/table.csv?unit=")) {
            assertThat(get(path + other, officer)).hasStatus(404);
        }
        assertThat(set(Map.of("unit", other, "amount", "10"), officer)).hasStatus(404);
    }

    @Test
    void letsOnlyTheLevelAboveSetTheTargetOfAWard() {
        assertThat(set(Map.of("unit", ward, "amount", "10"), officer)).hasStatus(422);
        assertThat(text(get("/targets/entry?indicator=VISITS&period=2025&unit=" + ward, officer)))
                .contains("do cấp trên giao")
                .doesNotContain("name=\"amount\"");
        assertThat(inForce(tree.commune())).isNull();

        assertThat(set(Map.of("unit", ward, "amount", "10"), above)).hasStatus(302);
        assertThat(inForce(tree.commune())).isEqualTo(10);
        assertThat(set(Map.of("unit", district, "amount", "10"), above)).hasStatus(422);
        assertThat(set(
                        Map.of("unit", code(tree.province()), "amount", "10"),
                        as(Role.PROVINCE_OFFICER, tree.province())))
                .hasStatus(302);
    }

    @Test
    void asksForAReasonAndTellsWhoChangedWhat() {
        set(Map.of("unit", ward, "amount", "10"), above);

        assertThat(set(Map.of("unit", ward, "amount", "12", "version", "1"), above))
                .hasStatus(422);
        assertThat(set(Map.of("unit", ward, "amount", "12", "version", "1", "reason", "Kế hoạch 12"), above))
                .hasStatus(302);
        assertThat(set(Map.of("unit", ward, "amount", "13", "version", "1", "reason", "Muộn"), above))
                .hasStatus(409);

        String page = text(get("/targets/entry?indicator=VISITS&period=2025&unit=" + ward, officer));
        assertThat(page).contains("Kế hoạch 12", "Người thử");
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'target.set' and unit_id = ?")
                        .param(tree.commune())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void handsATargetDownToTheLastOneAndTakesItBack() {
        given(tree.commune(), "COUNT", 100, "2025-01-02");
        given(tree.village(), "COUNT", 7, "2025-01-02");
        String page = text(get("/targets/cascade?indicator=VISITS&period=2025&by=village&how=even", officer));
        assertThat(page).contains("value=\"34\"", "value=\"33\"", "Đã giao đủ 100");

        assertThat(cascade(List.of(34, 33, 33), Map.of("version", "1"))).hasStatus(422);
        assertThat(inForce(tree.village())).isEqualTo(7);
        assertThat(cascade(List.of(34, 33, 33), Map.of("version", "1", "reason", "Giao năm 2025")))
                .hasStatus(302);

        assertThat(villages()).containsExactly(34, 33, 33);
        UUID id = jdbc.sql("select id from target_cascade where unit_id = ?")
                .param(tree.commune())
                .query(UUID.class)
                .single();
        jdbc.sql("update target set cascade_id = null where unit_id = ? and replaced_at is null")
                .param(tree.villages().get(0).get(2))
                .update();

        assertThat(post("/targets/cascades/" + id + "/reversal", Map.of(), above))
                .hasStatus(302);

        assertThat(villages()).containsExactly(7, null, 33);
        assertThat(post("/targets/cascades/" + id + "/reversal", Map.of(), above))
                .hasStatus(422);
        assertThat(text(get(
                        "/targets/entry?indicator=VISITS&period=2025&unit="
                                + code(tree.villages().get(0).get(1)),
                        officer)))
                .contains("rút lại");
    }

    @Test
    void storesNothingWhileOneLooksAtWhatIsLeft() {
        given(tree.commune(), "COUNT", 100, "2025-01-02");

        assertThat(text(cascade(List.of(30, 30, 30), Map.of("check", "1")))).contains("Còn 10 chưa giao");
        assertThat(text(cascade(List.of(40, 40, 32), Map.of("check", "1")))).contains("Giao vượt 12");
        assertThat(cascade(List.of(34, 33, 33), Map.of("version", "3", "reason", "Muộn")))
                .hasStatus(409);

        assertThat(villages()).containsOnlyNulls();
    }

    @Test
    void addsUpTheTargetsOfMergedWardsAndStoresTheSumOnlyWhenConfirmed() {
        long heir = tree.communes().get(1);
        given(tree.commune(), "COUNT", 100, "2025-01-02");
        given(heir, "COUNT", 40, "2025-01-02");
        test.merge(JULY, heir, tree.commune());
        String address = "/targets?indicator=VISITS&period=2025&unit=" + district;

        assertThat(text(get(address + "&structure=now", above)))
                .contains("Cộng từ 2 đơn vị trước sáp nhập", "Cầu Mây 100", "= 140", "chưa xác nhận");
        assertThat(text(get(address, above))).doesNotContain("Cộng từ");
        assertThat(inForce(heir)).isEqualTo(40);

        Map<String, String> asked = new HashMap<>(Map.of("unit", code(heir), "amount", "139", "version", "1"));
        assertThat(confirm(asked)).hasStatus(422);
        asked.put("amount", "140");
        assertThat(confirm(asked)).hasStatus(302);

        assertThat(inForce(heir)).isEqualTo(140);
        assertThat(text(get(address + "&structure=now", above)))
                .contains("đã xác nhận sau sáp nhập")
                .doesNotContain("chưa xác nhận");
    }

    @Test
    void givesTheTableAway() {
        given(tree.commune(), "COUNT", 100, "2025-01-02");

        assertThat(text(get("/targets/table.csv?indicator=VISITS&period=2025&by=village", officer)))
                .startsWith("\uFEFFLượt thăm")
                .contains("Đến nay cần đạt", ward + ",Cầu Mây,2025,100");
        assertThat(get("/targets/table.xlsx?indicator=VISITS&period=2025", officer))
                .hasStatusOk();
    }

    @Test
    void needsAsManyStatementsForManyPartsAsForFew() {
        String address = "/targets?indicator=VISITS&period=2025&by=village&unit=" + ward;
        get(address, officer);
        int few = StatementCount.during(
                () -> assertThat(text(get(address, officer))).contains("Tổ dân phố 3"));
        for (int number = 4; number < 30; number++) {
            given(test.village(tree.commune(), number), "COUNT", number, "2025-01-02");
        }
        int many = StatementCount.during(
                () -> assertThat(text(get(address, officer))).contains("Tổ dân phố 29"));

        assertThat(many).isEqualTo(few).isPositive();
    }

    @Test
    void putsNumbersIntoFieldsAsItReadsThemAgainInEnglish() {
        given(tree.commune(), "COUNT", 3600, "2025-01-02");
        String ask = "indicator=VISITS&period=2025&lang=en";

        assertThat(text(get("/targets/cascade?by=village&how=even&" + ask, officer)))
                .contains("value=\"1.200\"")
                .doesNotContain("value=\"1,200\"");
        assertThat(text(get("/targets/entry?unit=" + ward + "&" + ask, above)))
                .contains("value=\"3.600\"")
                .doesNotContain("value=\"3,600\"");
    }

    @Test
    void refusesHalfAVisit() {
        assertThat(set(Map.of("unit", ward, "amount", "10,5"), above)).hasStatus(422);
        assertThat(inForce(tree.commune())).isNull();
    }

    /** As the import warns: what is typed stays, and is stored when somebody says that it is meant. */
    @Test
    void asksBackForARateAboveAHundred() {
        Map<String, String> typed =
                Map.of("indicator", "HOUSEHOLDS_COVERAGE", "unit", ward, "amount", "138,5", "kind", "RATE");

        MvcTestResult asked = set(typed, above);

        assertThat(asked)
                .hasStatus(422)
                .bodyText()
                .contains("value=\"138,5\"", "Tỷ lệ giao là 138,5%", "name=\"sure\"", "Vẫn lưu");
        Map<String, String> sure = new HashMap<>(typed);
        sure.put("sure", "true");
        assertThat(set(sure, above)).hasStatus(302);
    }

    @Test
    void saysThatFewHaveAPopulationToSplitBy() {
        given(tree.commune(), "COUNT", 100, "2025-01-02");
        String address = "/targets/cascade?indicator=VISITS&period=2025&by=village&how=";

        assertThat(text(get(address + "population", officer))).contains("Chỉ 0/3 nơi có số dân", "how=even");
        assertThat(text(get(address + "even", officer))).doesNotContain("nơi có số dân");
    }

    @Test
    void handsTheYearsTargetDownFromAMonthsPage() {
        long village = tree.village();
        given("HOUSEHOLDS_COVERAGE", tree.commune(), "RATE", 90, "2025");
        given("HOUSEHOLDS_COVERAGE", village, "RATE", 40, "2025-03");
        Map<String, String> month = Map.of("indicator", "HOUSEHOLDS_COVERAGE", "period", "2025-03", "version", "0");

        assertThat(cascade(List.of(90, 90, 90), month)).hasStatus(302);

        assertThat(amounts(village)).containsExactly("2025 90", "2025-03 40");
    }

    @Test
    void takesBackTwoHandingsDownOneAfterTheOther() {
        given(tree.commune(), "COUNT", 100, "2025-01-02");
        cascade(List.of(34, 33, 33), Map.of());
        cascade(List.of(50, 25, 25), Map.of("reason", "Giao lại", "version", "1", "others", "1"));
        assertThat(villages()).containsExactly(50, 25, 25);

        assertThat(undoLast()).hasStatus(302);
        assertThat(villages()).containsExactly(34, 33, 33);
        assertThat(undoLast()).hasStatus(302);
        assertThat(villages()).containsOnlyNulls();
    }

    @Test
    void leadsFromThoseThatWorryBackToAll() {
        given(tree.commune(), "COUNT", 100, "2025-01-02");
        String address = "/targets?indicator=VISITS&period=2025&by=village";

        assertThat(text(get(address, officer))).doesNotContain("Xem mọi nơi");
        assertThat(text(get(address + "&show=attention", officer))).contains("Xem mọi nơi");
    }

    @Test
    void averagesTheRatesOfManyMergersAtAsManyStatementsAsOfOne() {
        String address = "/targets?indicator=HOUSEHOLDS_COVERAGE&period=2025&by=village&structure=now&unit=" + ward;
        mergeVillagesOfDifferentRates(11);
        get(address, officer);
        int one = StatementCount.during(
                () -> assertThat(text(get(address, officer))).contains("2 đơn vị trước sáp nhập"));
        for (int number = 21; number < 29; number += 2) {
            mergeVillagesOfDifferentRates(number);
        }

        int five = StatementCount.during(() -> get(address, officer));

        assertThat(five).isEqualTo(one).isPositive();
    }

    private void mergeVillagesOfDifferentRates(int number) {
        long from = test.village(tree.commune(), number);
        long into = test.village(tree.commune(), number + 1);
        given("HOUSEHOLDS_COVERAGE", from, "RATE", 60, "2025");
        given("HOUSEHOLDS_COVERAGE", into, "RATE", 80, "2025");
        test.merge(JULY, into, from);
    }

    private MvcTestResult undoLast() {
        UUID id = jdbc.sql("""
                        select c.id from target_cascade c where c.unit_id = ? and c.undone_at is null
                        order by exists (select from target t where t.cascade_id = c.id and t.replaced_at is null) desc limit 1
                        """).param(tree.commune()).query(UUID.class).single();
        return post("/targets/cascades/" + id + "/reversal", Map.of(), above);
    }

    private List<String> amounts(long unit) {
        return jdbc.sql(
                        "select period || ' ' || amount::int from target where unit_id = ? and replaced_at is null order by 1")
                .param(unit)
                .query(String.class)
                .list();
    }

    private MvcTestResult cascade(List<Integer> amounts, Map<String, String> more) {
        Map<String, String> asked = new HashMap<>(
                Map.of("unit", ward, "indicator", "VISITS", "period", "2025", "by", "village", "how", "even"));
        for (int i = 0; i < amounts.size(); i++) {
            asked.put("a.u" + tree.villages().get(0).get(i), String.valueOf(amounts.get(i)));
            asked.put("v.u" + tree.villages().get(0).get(i), more.getOrDefault("others", "0"));
        }
        asked.put("v.u" + tree.village(), more.getOrDefault("version", "0"));
        asked.putAll(more);
        return post("/targets/cascade", asked, officer);
    }

    private MvcTestResult set(Map<String, String> asked, RequestPostProcessor user) {
        Map<String, String> all = new HashMap<>(Map.of("indicator", "VISITS", "period", "2025", "version", "0"));
        all.putAll(asked);
        return post("/targets/entry", all, user);
    }

    private MvcTestResult confirm(Map<String, String> asked) {
        Map<String, String> all = new HashMap<>(Map.of("indicator", "VISITS", "period", "2025", "structure", "now"));
        all.putAll(asked);
        return post("/targets/confirmation", all, above);
    }

    private MvcTestResult post(String uri, Map<String, String> parameters, RequestPostProcessor user) {
        var post = mvc.post().uri(uri).with(user).with(csrf());
        parameters.forEach(post::param);
        return post.exchange();
    }

    private MvcTestResult get(String uri, RequestPostProcessor user) {
        return mvc.get().uri(uri).with(user).exchange();
    }

    private static String text(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        try {
            return result.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private RequestPostProcessor as(Role role, long unit) {
        UUID account = new TestAccounts(jdbc).account("u" + UUID.randomUUID(), role, unit);
        return authentication(TestAccounts.signedIn(logins, account));
    }

    private String code(long unit) {
        UnitView view = units.get(unit, LocalDate.of(2025, 12, 31));
        return view.code();
    }

    private void given(long unit, String kind, int amount, String day) {
        jdbc.sql("""
                        insert into target (version, indicator_id, unit_id, period, first_day, last_day, amount, kind, entered_at)
                        select 1, id, ?, '2025', '2025-01-01', '2025-12-31', ?, ?, cast(? as timestamptz)
                        from indicator where code = 'VISITS'
                        """).params(unit, amount, kind, day + " 09:00+07").update();
    }

    private void given(String indicator, long unit, String kind, int amount, String period) {
        boolean year = period.length() == 4;
        jdbc.sql("""
                        insert into target (version, indicator_id, unit_id, period, first_day, last_day, amount, kind, entered_at)
                        select 1, id, ?, ?, cast(? as date), cast(? as date), ?, ?, '2025-01-02 09:00+07'
                        from indicator where code = ?
                        """)
                .params(
                        unit,
                        period,
                        period + (year ? "-01-01" : "-01"),
                        period + (year ? "-12-31" : "-28"),
                        amount,
                        kind,
                        indicator)
                .update();
    }

    private Integer inForce(long unit) {
        return jdbc.sql("select amount from target where unit_id = ? and replaced_at is null")
                .param(unit)
                .query(Integer.class)
                .optional()
                .orElse(null);
    }

    private List<Integer> villages() {
        return java.util.Arrays.asList(
                tree.villages().get(0).stream().map(this::inForce).toArray(Integer[]::new));
    }
}
