package vn.tungnha.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.indicators.Counters;
import vn.tungnha.shared.Days;

@SharedApplication
class FieldPagesTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Logins logins;

    @Autowired
    private Counters counters;

    @Autowired
    private ApplicationEventPublisher events;

    private FieldFixture field;
    private String visits;

    @BeforeEach
    void layOutAWard() {
        field = FieldFixture.in(jdbc);
        visits = "/field/households/" + field.household + "/visits";
    }

    @Test
    void logsAVisitWithoutScriptAndPresetsTopicAndGuidedPerson() {
        assertThat(get("/field")).hasStatusOk().bodyText().contains(visits + "/new", "Nguyễn Văn Sáu", "0/1");
        assertThat(get(visits + "/new")).hasStatusOk().bodyText().contains("Gặp được", "VNeID mức 2");
        UUID id = UUID.randomUUID();

        MvcTestResult saved = post(
                visits, "id", id, "teamId", field.team, "outcome", "MET", answer(field.adult, "E_ID_L2"), "ACTIVATED");

        assertThat(saved).hasRedirectedUrl("/field/outbox?sent=" + id);
        assertThat(topics(id)).containsExactly("E_ID");
        assertThat(jdbc.sql("select resident_id from visit_guided where visit_id = ?")
                        .param(id)
                        .query(UUID.class)
                        .list())
                .containsExactly(field.adult);
        assertThat(get("/field/outbox?sent=" + id)).hasStatusOk().bodyText().contains("Đã lưu", "nhận lúc");
        assertThat(get("/field")).bodyText().contains("1/");
        assertThat(get(visits + "/new")).bodyText().contains("đã có");
    }

    @Test
    void leavesTheTopicsToTheBoxesWhereTheScriptRan() {
        UUID id = UUID.randomUUID();

        post(
                visits,
                "id",
                id,
                "teamId",
                field.team,
                "outcome",
                "MET",
                "presets",
                1,
                answer(field.adult, "E_ID_L2"),
                "ACTIVATED");

        assertThat(topics(id)).isEmpty();
    }

    @Test
    void keepsWhatWasChosenWhenTheOutcomeIsMissing() {
        UUID id = UUID.randomUUID();

        MvcTestResult refused = post(
                visits,
                "id",
                id,
                "teamId",
                field.team,
                "note",
                "Cần mang máy của tổ",
                answer(field.adult, "E_ID_L2"),
                "NOT_YET",
                "f." + field.adult + ".E_ID_L2",
                "OLD_DEVICE");

        assertThat(refused)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Chọn một trong bốn kết quả.", "Cần mang máy của tổ", id.toString())
                .containsPattern("value=\"NOT_YET\"[^>]*checked")
                .containsPattern("value=\"OLD_DEVICE\"[^>]*checked");
        assertThat(jdbc.sql("select count(*) from visit where id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void asksForTheTimeOfAnAppointment() {
        assertThat(post(visits, "id", UUID.randomUUID(), "teamId", field.team, "outcome", "FOLLOW_UP"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Chọn ngày giờ hẹn lại.");
    }

    @Test
    void correctsAndWithdrawsOnesOwnVisit() {
        UUID id = UUID.randomUUID();
        post(visits, "id", id, "teamId", field.team, "outcome", "ABSENT");
        String page = "/field/visits/" + id;
        assertThat(get(page + "/correction")).hasStatusOk().bodyText().containsPattern("value=\"ABSENT\"[^>]*checked");

        assertThat(post(
                        page + "/correction",
                        "correctionId",
                        UUID.randomUUID(),
                        "basedOn",
                        1,
                        "teamId",
                        field.team,
                        "outcome",
                        "MET"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Ghi lý do.");
        assertThat(post(page + "/correction", correction())).hasRedirectedUrl(page);
        assertThat(get(page)).bodyText().contains("Đã sửa", "Chọn nhầm", "Lần 2");
        assertThat(post(page + "/correction", correction()))
                .as("on the version of before: both said the same, nothing is left to choose")
                .hasRedirectedUrl(page);

        assertThat(post(page + "/withdrawal", "reason", "Ghi nhầm hộ")).hasRedirectedUrl(page);
        assertThat(get(page)).bodyText().contains("Đã rút", "Ghi nhầm hộ");
    }

    @Test
    void keepsWhatWasToldThoughThePageWouldNotAskItAnyMore() {
        FormerWords.in(jdbc, events);
        VisitCommand told = field.aVisit()
                .by(field.leaderMember)
                .activating(field.adult, "E_ID_L2")
                .telling(field.elder, "E_ID_L2", Result.USED)
                .telling(field.elder, FormerWords.ACCOUNT_TYPE, Result.ALREADY_ACTIVE)
                .about(FormerWords.TOPIC)
                .command()
                .withGuided(List.of(field.adult));
        assertThat(new Phone(mvc, logins, field.leaderAccount).sends(told)).hasStatus(HttpStatus.CREATED);
        String page = "/field/visits/" + told.id();
        field.moveResident(field.adult, field.anotherHousehold("20"), LocalDate.now(Days.ZONE));

        MvcTestResult form = get(page + "/correction");
        assertThat(form).hasStatusOk().bodyText().contains("không còn ở hộ này");
        PostedForm posted = PostedForm.of(form, "visit-form")
                .with("presets", "1")
                .with("note", "Ghi thêm")
                .with("reason", "Sửa ghi chú");
        assertThat(post(page + "/correction", posted.fields())).hasRedirectedUrl(page);

        String now = jdbc.sql("select body::text from visit_version where visit_id = ? and version = 2")
                .param(told.id())
                .query(String.class)
                .single();
        assertThat(new VisitBody(now).command())
                .as("all but the note")
                .usingRecursiveComparison()
                .ignoringCollectionOrder()
                .isEqualTo(told.withNote("Ghi thêm"));
    }

    @Test
    void showsTheTeamsMonthBesideItsPlan() {
        counters.refill();
        post(
                visits,
                "id",
                UUID.randomUUID(),
                "teamId",
                field.team,
                "outcome",
                "MET",
                answer(field.adult, "E_ID_L2"),
                "ACTIVATED");
        assertThat(get("/field/progress")).hasStatusOk().bodyText().contains("Phường chưa giao kế hoạch", "1/2 người");

        jdbc.sql("""
                        insert into target (version, indicator_id, team_id, period, first_day, last_day, amount, kind, entered_at)
                        select 1, id, ?, to_char(now() at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM'), now(), now(), 12, 'COUNT', now()
                        from indicator where code = 'VISITS'
                        """).param(field.team).update();

        assertThat(get("/field/progress"))
                .hasStatusOk()
                .bodyText()
                .contains("trên 12", "Còn 11 lượt nữa là đủ kế hoạch", "Xếp thứ 1 trên 1 tổ");
        assertThat(get("/field/progress?month=2026-13")).hasStatusOk();
    }

    @Test
    void addsALodgerOnTheSpotAndSaysWhichYearIsWrong() {
        String residents = "/field/households/" + field.household + "/residents";
        UUID lodger = UUID.randomUUID();

        assertThat(post(
                        residents,
                        "residentId",
                        lodger,
                        "name",
                        "Phạm Thị Trọ",
                        "birthYear",
                        "99",
                        "stay",
                        "TEMPORARY"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Năm sinh phải có 4 chữ số", "Phạm Thị Trọ");
        assertThat(post(
                        residents,
                        "residentId",
                        lodger,
                        "name",
                        "Phạm Thị Trọ",
                        "birthYear",
                        "1999",
                        "stay",
                        "TEMPORARY"))
                .hasRedirectedUrl(visits + "/new");
        assertThat(get(visits + "/new")).bodyText().contains(lodger.toString());
    }

    @Test
    void leavesAHouseholdForAnotherDayAndTakesItBack() {
        MvcTestResult skipped = post("/field/skips", "household", field.household, "reason", "ILL");

        assertThat(skipped).hasRedirectedUrl("/field");
        assertThat(skipped.getMvcResult().getFlashMap().get("flashUndo"))
                .isEqualTo("/field/skips/" + field.household + "/undo");
        assertThat(get("/field")).bodyText().contains("Xong việc hôm nay", "Để hôm khác: Đang ốm");

        post("/field/skips/" + field.household + "/undo");
        assertThat(get("/field")).bodyText().contains("Còn 1 hộ").doesNotContain("Đang ốm</span>", "Xong việc hôm nay");
        assertThat(post("/field/skips", "household", field.household, "reason", "BORED"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void takesAWithdrawalBack() {
        UUID id = UUID.randomUUID();
        post(visits, "id", id, "teamId", field.team, "outcome", "MET", answer(field.adult, "E_ID_L2"), "ACTIVATED");
        String page = "/field/visits/" + id;
        List<String> figures = figures();
        assertThat(figures).isNotEmpty();

        MvcTestResult withdrawn = post(page + "/withdrawal", "reason", "Ghi nhầm nhà");
        assertThat(withdrawn.getMvcResult().getFlashMap().get("flashUndo")).isEqualTo(page + "/withdrawal/undo");
        assertThat(get(visits + "/new")).bodyText().doesNotContain("đã có</small>");
        assertThat(figures()).isNotEqualTo(figures);

        assertThat(post(page + "/withdrawal/undo")).hasRedirectedUrl(page);
        assertThat(get(page)).bodyText().contains("Đã sửa", "Lấy lại sau khi rút", "Ghi nhầm nhà", "Lần 3");
        assertThat(get(visits + "/new")).bodyText().contains("đã có</small>");
        assertThat(figures()).isEqualTo(figures);
    }

    @Test
    void bringsASkippedHouseholdBackTheNextDay() {
        post("/field/skips", "household", field.household, "reason", "LOCKED");
        jdbc.sql("update field_skip set day = day - 1 where household_id = ?")
                .param(field.household)
                .update();

        assertThat(get("/field")).bodyText().contains("Còn 1 hộ");
    }

    @Test
    void filtersTheListWithCounts() {
        UUID met = field.another("Kiệt 112 Hải Phòng", "20");
        post("/field/households/" + met + "/visits", "id", UUID.randomUUID(), "teamId", field.team, "outcome", "MET");
        jdbc.sql(
                        "update visit set visited_on = visited_on - 1, visited_at = visited_at - interval '1 day' where household_id = ?")
                .param(met)
                .update();

        assertThat(get("/field"))
                .bodyText()
                .containsPattern("Cần ghé</span> <b class=\"num\">2<")
                .containsPattern("Chưa gặp</span> <b class=\"num\">1<")
                .containsPattern("Thiếu VNeID mức 2</span> <b class=\"num\">1<")
                .containsPattern("Tất cả</span> <b class=\"num\">2<");
        assertThat(get("/field?show=never")).bodyText().contains(visits).doesNotContain(met + "/visits/new\"");
        assertThat(get("/field?show=E_ID_L2")).bodyText().contains("households/" + met);
        assertThat(get("/field?show=nonsense")).hasStatusOk();
    }

    @Test
    void showsPictureCardsAndOffersTheOneThatHelps() {
        assertThat(get("/field/cards")).hasStatusOk().bodyText().contains("Quên passcode VNeID");
        assertThat(get("/field/cards/scam-warning"))
                .hasStatusOk()
                .bodyText()
                .contains("Công an không gọi điện", "/img/cards/hang-up.svg");
        assertThat(get("/field/cards/no-such-card")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(visits + "/new")).bodyText().contains("/field/cards/face-scan");
    }

    @Test
    void refusesToHandOutNothingOrToNobodyAndKeepsTheTicks() {
        assertThat(post("/field/share", "alleys", "Kiệt 112 Hải Phòng"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Chọn người để giao.")
                .containsPattern("value=\"Kiệt 112 Hải Phòng\" checked");
        assertThat(post("/field/share", "member", field.otherMember))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Chọn ít nhất một kiệt");
        assertThat(post("/field/share/evenly"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Chọn ít nhất một người");
        assertThat(post("/field/share", "member", field.otherMember, "alleys", "Kiệt 112 Hải Phòng"))
                .hasRedirectedUrl("/field/share");
        assertThat(get("/field")).bodyText().contains("Trần Văn Dũng đi kiệt này", "cả tổ còn 1 hộ");
        post("/field/share/takeover", "alleys", "Kiệt 112 Hải Phòng");
        assertThat(get("/field")).bodyText().contains("Của tôi · 1").doesNotContain("Trần Văn Dũng đi");
    }

    private List<String> figures() {
        return jdbc.sql("""
                        select concat_ws(' ', measure_id, grain, day, amount) from figure_daily
                        where unit_id = ? and amount <> 0 order by measure_id, grain, day
                        """).param(field.village).query(String.class).list();
    }

    private Object[] correction() {
        return new Object[] {
            "correctionId",
            UUID.randomUUID(),
            "basedOn",
            1,
            "teamId",
            field.team,
            "outcome",
            "MET",
            "reason",
            "Chọn nhầm"
        };
    }

    @Test
    void asksWhetherANewcomerIsInTheRegisterAndKeepsWhomItIsNot() {
        findable();
        assertThat(get("/field/households/" + field.household + "/residents/new"))
                .hasStatusOk()
                .bodyText()
                .contains("alike-box");
        assertThat(post("/residents/alike", "name", "le thi lai", "birthYear", "1961", "at", "/field/households/"))
                .hasStatusOk()
                .bodyText()
                .contains("Lê Thị Lài", "/field/households/" + field.household, field.elder.toString());
        UUID unasked = UUID.randomUUID();
        MvcTestResult lodger = post(newcomers(), "residentId", unasked, "name", "Lê Thị Lài", "birthYear", "1961");

        assertThat(lodger).hasRedirectedUrl(visits + "/new");
        assertThat(lodger.getMvcResult().getFlashMap().get("flashLink")).isEqualTo("/residents/" + unasked + "/alike");
        UUID another = UUID.randomUUID();
        MvcTestResult told = post(
                "/field/households",
                "id",
                UUID.randomUUID(),
                "residentId",
                another,
                "village",
                code(),
                "alley",
                "Kiệt 9",
                "number",
                "1",
                "name",
                "Lê Thị Lài",
                "birthYear",
                "1961",
                "not",
                field.elder + "," + unasked);
        assertThat(told.getMvcResult().getFlashMap().get("flashLink")).isNull();
        assertThat(jdbc.sql("select count(*) from register_distinct where ? in (one, other)")
                        .param(another)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void offersTheStepAfterAHouseholdSavedWithoutScript() {
        findable();
        UUID resident = UUID.randomUUID();
        String[] who = {"residentId", resident.toString(), "name", "Lê Thị Lài", "birthYear", "1961"};
        MvcTestResult saved = post(
                "/field/households",
                "id",
                UUID.randomUUID(),
                who[0],
                who[1],
                who[2],
                who[3],
                who[4],
                who[5],
                "village",
                code(),
                "alley",
                "Kiệt 112 Hải Phòng",
                "number",
                "K112/14B");

        assertThat(saved.getMvcResult().getFlashMap().get("flashLink")).isEqualTo("/residents/" + resident + "/alike");
        assertThat(get("/residents/" + resident + "/alike"))
                .hasStatusOk()
                .bodyText()
                .contains("Lê Thị Lài");
    }

    /** The fixture's people stand in the table without what they are found by. */
    private void findable() {
        jdbc.sql("update resident set search = 'le thi lai' where id = ?")
                .param(field.elder)
                .update();
    }

    private String newcomers() {
        return "/field/households/" + field.household + "/residents";
    }

    private String code() {
        return jdbc.sql("select code from unit_version where unit_id = ?")
                .param(field.village)
                .query(String.class)
                .single();
    }

    private static String answer(UUID resident, String accountType) {
        return "r." + resident + "." + accountType;
    }

    private List<String> topics(UUID visit) {
        return jdbc.sql("select topic from visit_topic where visit_id = ?")
                .param(visit)
                .query(String.class)
                .list();
    }

    private MvcTestResult get(String url) {
        return mvc.get()
                .uri(url)
                .with(authentication(TestAccounts.signedIn(logins, field.leaderAccount)))
                .exchange();
    }

    private MvcTestResult post(String url, Object... fields) {
        var request = mvc.post()
                .uri(url)
                .with(csrf())
                .with(authentication(TestAccounts.signedIn(logins, field.leaderAccount)));
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i].toString(), fields[i + 1].toString());
        }
        return request.exchange();
    }
}
