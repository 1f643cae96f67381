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
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;

/** Sheets to print and notebooks to type in. */
@SharedApplication
class PaperPagesTests {

    private static final String YESTERDAY = LocalDate.now().minusDays(1).toString();

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Logins logins;

    @Autowired
    private Notebooks notebooks;

    private FieldFixture field;
    private Authentication leader;
    private Authentication officer;

    @BeforeEach
    void layOutAWard() {
        field = FieldFixture.in(jdbc);
        leader = TestAccounts.signedIn(logins, field.leaderAccount);
        officer = TestAccounts.signedIn(logins, field.officer().accountId());
        jdbc.sql("update resident set search = 'nguyen van sau', phone_last3 = '678' where id = ?")
                .param(field.adult)
                .update();
    }

    @Test
    void printsWhoLivesInAnAlleyWithBoxesAndCodesButNoTelephone() {
        assertThat(get(leader, "/field/sheet?alley=Kiệt 112 Hải Phòng&blanks=2"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Nguyễn Văn Sáu", "Kiệt 112 Hải Phòng", "Mã lý do:", "1 Không có điện thoại", "x vừa kích hoạt")
                .contains("sheet-blank")
                .doesNotContainPattern("(?<![\\w-])\\d*678(?![\\w-])");
        assertThat(get(leader, "/field/sheet?alley=Ngõ khác"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Nguyễn Văn Sáu");
        assertThat(get(officer, "/visits/sheet?team=" + field.team))
                .hasStatusOk()
                .bodyText()
                .contains("Nguyễn Văn Sáu");
    }

    @Test
    void showsOnTheSheetWhatIsKnownAlready() {
        UUID book = open(leader, "/field/notebook");
        UUID row = UUID.randomUUID();
        save(leader, "/field/notebook/" + book, row, "sau", "MET", mark(row, field.adult, "E_ID_L2"), "c");

        assertThat(get(leader, "/field/sheet")).bodyText().contains("✓ có");
    }

    @Test
    void storesARowForThoseWhoWentAndMarksItTypedIn() {
        UUID book = open(officer, "/visits/notebook");
        UUID row = UUID.randomUUID();

        MvcTestResult saved = save(
                officer,
                "/visits/notebook/" + book,
                row,
                "sau",
                "MET",
                "time." + row,
                "7h15",
                "topics." + row,
                "11",
                mark(row, field.adult, "E_ID_L2"),
                "x",
                mark(row, field.elder, "E_ID_L2"),
                "3");

        assertThat(saved).hasStatus(HttpStatus.FOUND);
        var visit = jdbc.sql("select entry, recorded_by, visited_at::text, outcome from visit where id = ?")
                .param(row)
                .query()
                .singleRow();
        assertThat(visit).containsEntry("entry", "PAPER").containsEntry("recorded_by", officerAccount());
        assertThat(jdbc.sql(
                                "select to_char(visited_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI') from visit "
                                        + "where id = ?")
                        .param(row)
                        .query(String.class)
                        .single())
                .isEqualTo(YESTERDAY + " 07:15");
        assertThat(jdbc.sql("select member_id from visit_member where visit_id = ?")
                        .param(row)
                        .query(UUID.class)
                        .list())
                .containsExactly(field.leaderMember);
        assertThat(jdbc.sql(
                                "select result || coalesce(failure_reason, '') from activation where visit_id = ? order by 1")
                        .param(row)
                        .query(String.class)
                        .list())
                .containsExactly("ACTIVATED", "FAILEDOLD_DEVICE");
        assertThat(get(officer, "/visits?day=" + YESTERDAY)).bodyText().contains("Nhập thay");
        assertThat(get(leader, "/field/visits/" + row)).bodyText().contains("Nhập thay");
    }

    @Test
    void storesTheGoodRowsAndKeepsTheOthersAsTyped() {
        UUID book = open(leader, "/field/notebook");
        String page = "/field/notebook/" + book;
        UUID good = UUID.randomUUID();
        UUID bad = UUID.randomUUID();

        MvcTestResult refused = post(
                leader,
                page,
                "day",
                YESTERDAY,
                "time",
                "8:00",
                "members",
                field.leaderMember,
                "row",
                good,
                "row",
                bad,
                "house." + good,
                "k112/14",
                "outcome." + good,
                "ABSENT",
                "house." + bad,
                "khong co ai",
                "note." + bad,
                "hỏi lại số nhà",
                "outcome." + bad,
                "MET",
                "action",
                "save");

        assertThat(refused)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Không tìm thấy “khong co ai”", "hỏi lại số nhà", "Đã lưu 1 lượt");
        assertThat(visits(good)).isOne();
        assertThat(visits(bad)).isZero();
        assertThat(get(leader, page)).bodyText().contains("khong co ai", "hỏi lại số nhà");
        assertThat(get(leader, "/field/notebook")).bodyText().contains("Còn 1 dòng");
    }

    @Test
    void storesARowOnceHoweverOftenItIsSent() {
        UUID book = open(leader, "/field/notebook");
        UUID row = UUID.randomUUID();
        String page = "/field/notebook/" + book;
        save(leader, page, row, "sau", "ABSENT");

        assertThat(save(leader, page, row, "sau", "ABSENT")).hasStatus(HttpStatus.FOUND);
        assertThat(save(leader, page, row, "sau", "REFUSED"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("đã lưu trước đó");
        assertThat(visits(row)).isOne();
    }

    @Test
    void asksWhoWentAndRefusesADayToCome() {
        String page = "/field/notebook/" + open(leader, "/field/notebook");
        UUID row = UUID.randomUUID();

        assertThat(post(
                        leader,
                        page,
                        "day",
                        YESTERDAY,
                        "time",
                        "8h",
                        "row",
                        row,
                        "house." + row,
                        "sau",
                        "action",
                        "save"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Chọn ít nhất một người đã đi.");
        assertThat(post(
                        leader,
                        page,
                        "day",
                        LocalDate.now().plusDays(2),
                        "time",
                        "8h",
                        "members",
                        field.leaderMember,
                        "row",
                        row,
                        "house." + row,
                        "sau",
                        "action",
                        "save"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Ngày đi không được sau hôm nay.");
        assertThat(visits(row)).isZero();
    }

    @Test
    void keepsADraftAndDropsItWhenTold() {
        UUID book = open(leader, "/field/notebook");
        UUID row = UUID.randomUUID();
        String page = "/field/notebook/" + book;

        assertThat(post(leader, page + "/draft", "day", YESTERDAY, "row", row, "note." + row, "nửa chừng"))
                .hasStatus(HttpStatus.NO_CONTENT);
        assertThat(get(leader, page)).bodyText().contains("nửa chừng", row.toString());

        post(leader, page, "day", YESTERDAY, "row", row, "note." + row, "nửa chừng", "action", "discard");
        assertThat(get(leader, page)).bodyText().doesNotContain("nửa chừng");
        assertThat(get(leader, "/field/notebook")).bodyText().doesNotContain("Sổ chưa nhập xong");
    }

    @Test
    void putsTogetherWhatTwoPeopleTypeIntoOneNotebook() {
        UUID book = open(leader, "/field/notebook");
        String page = "/field/notebook/" + book;
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        post(leader, page + "/draft", "day", YESTERDAY, "row", first, "note." + first, "của tổ trưởng");
        PostedForm wards = PostedForm.of(get(officer, "/visits/notebook/" + book), "notebook");

        post(
                leader,
                page + "/draft",
                "day",
                YESTERDAY,
                "row",
                first,
                "note." + first,
                "sửa lại",
                "row",
                second,
                "note." + second,
                "hàng hai");
        UUID third = UUID.randomUUID();
        MvcTestResult kept = post(
                officer,
                "/visits/notebook/" + book + "/draft",
                wards.and("row", third).and("note." + third, "của phường").fields());

        assertThat(kept).hasStatus(HttpStatus.NO_CONTENT).hasHeader("Notebook-Joined", "true");
        assertThat(get(leader, page))
                .bodyText()
                .contains("sửa lại", "hàng hai", "của phường")
                .doesNotContain("của tổ trưởng");

        post(
                officer,
                "/visits/notebook/" + book,
                "day",
                YESTERDAY,
                "row",
                third,
                "note." + third,
                "của phường",
                "action",
                "discard");
        assertThat(get(leader, page)).bodyText().contains("sửa lại", "hàng hai").doesNotContain("của phường");
    }

    @Test
    void closesANotebookOnceEveryRowIsAVisitAndForgetsEmptyOnes() {
        UUID done = open(leader, "/field/notebook");
        save(leader, "/field/notebook/" + done, UUID.randomUUID(), "sau", "ABSENT");
        UUID begun = open(leader, "/field/notebook");
        UUID row = UUID.randomUUID();
        post(leader, "/field/notebook/" + begun + "/draft", "day", YESTERDAY, "row", row, "note." + row, "nửa chừng");
        UUID empty = open(leader, "/field/notebook");
        UUID young = open(leader, "/field/notebook");
        assertThat(closed(done)).isTrue();
        assertThat(closed(begun)).isFalse();

        jdbc.sql("update notebook set changed_at = changed_at - interval '2 days' where id <> ?")
                .param(young)
                .update();
        notebooks.forgetEmpty();

        assertThat(jdbc.sql("select id from notebook where id in (?, ?, ?, ?)")
                        .params(done, begun, empty, young)
                        .query(UUID.class)
                        .list())
                .containsExactlyInAnyOrder(done, begun, young);
    }

    @Test
    void findsHouseholdsWhileTypingAndShowsTheirPeople() {
        UUID book = open(leader, "/field/notebook");
        String page = "/field/notebook/" + book;

        assertThat(get(leader, page + "/houses?q=SAU 112")).bodyText().contains(field.household.toString());
        assertThat(post(leader, page + "/rows/" + UUID.randomUUID(), "household", field.household))
                .hasStatusOk()
                .bodyText()
                .contains("Nguyễn Văn Sáu", "Lê Thị Lài");
    }

    @Test
    void staysInsideOnesOwnTeams() {
        UUID book = open(leader, "/field/notebook");
        FieldFixture elsewhere = FieldFixture.in(jdbc);
        Authentication stranger =
                TestAccounts.signedIn(logins, elsewhere.officer().accountId());

        assertThat(get(stranger, "/visits/notebook/" + book)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(stranger, "/visits/sheet?team=" + field.team)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(stranger, "/visits/notebook", "id", UUID.randomUUID(), "team", field.team, "day", YESTERDAY))
                .hasStatus(HttpStatus.NOT_FOUND);
        UUID row = UUID.randomUUID();
        String own = "/visits/notebook/" + open(stranger, "/visits/notebook", elsewhere.team);
        assertThat(post(
                        stranger,
                        own,
                        "day",
                        YESTERDAY,
                        "time",
                        "8h",
                        "members",
                        elsewhere.leaderMember,
                        "row",
                        row,
                        "hid." + row,
                        field.household,
                        "pick." + row,
                        field.household,
                        "outcome." + row,
                        "ABSENT",
                        "action",
                        "save"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(visits(row)).isZero();
    }

    private UUID officerAccount() {
        return field.officer().accountId();
    }

    private UUID open(Authentication user, String base) {
        return open(user, base, field.team);
    }

    private UUID open(Authentication user, String base, long team) {
        UUID id = UUID.randomUUID();
        assertThat(post(user, base, "id", id, "team", team, "day", YESTERDAY)).hasRedirectedUrl(base + "/" + id);
        return id;
    }

    private MvcTestResult save(
            Authentication user, String page, UUID row, String house, String outcome, Object... more) {
        Object[] fields = new Object[14 + more.length];
        List<Object> head = List.of(
                "day",
                YESTERDAY,
                "time",
                "8:00",
                "members",
                field.leaderMember,
                "row",
                row,
                "house." + row,
                house,
                "outcome." + row,
                outcome,
                "action",
                "save");
        System.arraycopy(head.toArray(), 0, fields, 0, 14);
        System.arraycopy(more, 0, fields, 14, more.length);
        return post(user, page, fields);
    }

    private static String mark(UUID row, UUID resident, String type) {
        return "a." + row + "." + resident + "." + type;
    }

    private int visits(UUID id) {
        return jdbc.sql("select count(*) from visit where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private MvcTestResult get(Authentication user, String uri) {
        return mvc.get().uri(uri).with(authentication(user)).exchange();
    }

    private MvcTestResult post(Authentication user, String uri, Object... fields) {
        var request = mvc.post().uri(uri).with(authentication(user)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i].toString(), fields[i + 1].toString());
        }
        return request.exchange();
    }

    private boolean closed(UUID notebook) {
        return jdbc.sql("select closed_at is not null from notebook where id = ?")
                .param(notebook)
                .query(Boolean.class)
                .single();
    }
}
