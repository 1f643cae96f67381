package vn.tungnha.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.indicators.Counters;
import vn.tungnha.visits.FieldFixture;

/** Activities and campaigns as their people see and send them, without any script. */
@SharedApplication
class ActivityPagesTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Logins logins;

    @Autowired
    private Activities activities;

    @Autowired
    private Attendance attendance;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private CampaignProgress progress;

    @Autowired
    private CalendarFeeds feeds;

    @Autowired
    private DoorTokens doors;

    @Autowired
    private Counters counters;

    @Autowired
    private JdbcClient jdbc;

    private FieldFixture field;

    @BeforeEach
    void aWard() {
        field = FieldFixture.in(jdbc);
        counters.refill();
    }

    @Test
    void plansAssignsMarksClosesAndCertifies() throws Exception {
        UUID id = UUID.randomUUID();
        assertThat(post(field.leaderAccount, "/activities", "id", id, "kind", "TRAINING", "title", ""))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Hãy ghi tên hoạt động.", "Hãy chọn ngày.");
        for (int twice = 0; twice < 2; twice++) {
            assertThat(post(
                            field.leaderAccount,
                            "/activities",
                            "id",
                            id,
                            "kind",
                            "TRAINING",
                            "title",
                            "Lớp VNeID",
                            "place",
                            "Nhà văn hóa",
                            "team",
                            field.team,
                            "day",
                            TODAY,
                            "from",
                            "00:00",
                            "until",
                            "23:59"))
                    .hasRedirectedUrl("/field/activities/" + id);
        }
        String page = "/activities/" + id;
        assertThat(post(field.leaderAccount, page + "/duty", "members", member("LEADER")))
                .hasRedirectedUrl("/field" + page);
        assertThat(post(field.officerAccount, page + "/people", "members", member("MEMBER")))
                .hasRedirectedUrl(page);
        assertThat(get(field.officerAccount, page)).hasStatusOk().bodyText().contains("Trần Văn Dũng", "Lưu điểm danh");
        UUID learner = person(id, "MEMBER");
        assertThat(post(field.leaderAccount, page + "/presence", "shown", learner, "present", learner))
                .hasRedirectedUrl("/field" + page);
        assertThat(get(field.leaderAccount, "/field" + page))
                .hasStatusOk()
                .bodyText()
                .contains("Kết thúc hoạt động");
        assertThat(get(field.officerAccount, page + "/people/" + learner + "/certificate.pdf"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(post(field.leaderAccount, page + "/closing", "version", version(id), "others", "nhiều"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("nhiều");
        assertThat(post(field.leaderAccount, page + "/closing", "version", version(id), "others", 7, "happy", 3))
                .hasRedirectedUrl("/field" + page);
        assertThat(post(field.leaderAccount, page + "/closing", "version", 0, "others", 8))
                .hasStatus(HttpStatus.CONFLICT);

        byte[] pdf = get(field.officerAccount, page + "/people/" + learner + "/certificate.pdf")
                .getResponse()
                .getContentAsByteArray();
        try (var paper = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(paper))
                    .contains("GIẤY XÁC NHẬN", "Trần Văn Dũng", "Lớp VNeID", "Nhà văn hóa");
        }
        for (String address : List.of(
                "/activities?view=MONTH",
                "/activities?view=WEEK",
                "/activities",
                page + "/sheet",
                page + "/door",
                page + "/edit")) {
            assertThat(get(field.officerAccount, address))
                    .as(address)
                    .hasStatusOk()
                    .bodyText()
                    .contains("Lớp VNeID");
        }
        assertThat(get(stranger(), page)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(stranger(), page + "/closing", "version", 1)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void checksInByOneTapAndNotByOpeningTheAddress() {
        UUID id = plan();
        String door = "/field/activities/" + id + "/check-in";
        String code = doors.of(activities.get(id));

        assertThat(get(field.leaderAccount, door + "?t=" + code))
                .hasStatusOk()
                .bodyText()
                .contains("Tôi có mặt");
        assertThat(attendance.of(id, field.leader())).isEmpty();
        assertThat(get(field.leaderAccount, door + "?t=sai"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .doesNotContain("Buổi của tổ");
        assertThat(post(field.leaderAccount, door, "t", code)).hasRedirectedUrl("/field/activities");
        assertThat(attendance.of(id, field.leader())).hasSize(1);
    }

    @Test
    void keepsFilesAndHandsThemOutAsWhatTheyAre() {
        UUID id = plan();
        MockMultipartFile photo = new MockMultipartFile("file", "a.jpg", "image/jpeg", TestPhotos.withPlace());
        var refused = mvc.post()
                .uri("/activities/" + id + "/files")
                .multipart()
                .file(photo)
                .param("photo", "true")
                .with(authentication(TestAccounts.signedIn(logins, field.leaderAccount)))
                .with(csrf())
                .exchange();
        assertThat(refused)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("đã đồng ý");
        var kept = mvc.post()
                .uri("/activities/" + id + "/files")
                .multipart()
                .file(photo)
                .param("photo", "true")
                .param("consent", "true")
                .with(authentication(TestAccounts.signedIn(logins, field.leaderAccount)))
                .with(csrf())
                .exchange();
        assertThat(kept).hasStatus3xxRedirection();
        UUID file = jdbc.sql("select id from activity_file where activity_id = ?")
                .param(id)
                .query(UUID.class)
                .single();
        assertThat(get(field.officerAccount, "/activities/" + id + "/files/" + file))
                .hasStatusOk()
                .hasContentType("image/jpeg");
        assertThat(get(stranger(), "/activities/" + id + "/files/" + file)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void sharesACampaignAndWatchesItFromTheSameCounters() {
        long second = anotherTeam();
        UUID id = UUID.randomUUID();
        assertThat(post(
                        field.officerAccount,
                        "/activities/campaigns",
                        "id",
                        id,
                        "name",
                        "Ngày thứ 7 tình nguyện",
                        "at",
                        "unit:" + field.ward,
                        "indicator",
                        "ACTIVITIES_HELD",
                        "goal",
                        5,
                        "firstDay",
                        TODAY.minusDays(10),
                        "lastDay",
                        TODAY.plusDays(10)))
                .hasRedirectedUrl("/activities/campaigns/" + id);
        assertThat(quotas(id)).containsExactlyInAnyOrderEntriesOf(Map.of(field.team, 3L, second, 2L));

        UUID activity = plan();
        activities.close(activity, 0, new ActivityOutcome(4, null, null, null, null), field.leader());

        CampaignProgress.Standing standing = progress.of(campaigns.get(id), field.officer());
        assertThat(standing.total()).isEqualByComparingTo("1");
        assertThat(standing.lines())
                .filteredOn(line -> line.id() == field.team)
                .extracting(CampaignProgress.Line::value)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(BigDecimal.ONE);
        assertThat(progress.of(campaigns.get(id), field.leader()).lines())
                .extracting(CampaignProgress.Line::id)
                .containsExactly(field.team);

        String page = "/activities/campaigns/" + id;
        assertThat(post(
                        field.officerAccount,
                        page + "/quotas",
                        "version",
                        0,
                        "quota." + field.team,
                        4,
                        "quota." + second,
                        ""))
                .hasRedirectedUrl(page);
        assertThat(quotas(id)).containsEntry(field.team, 4L).containsEntry(second, null);
        assertThat(post(field.leaderAccount, page + "/quotas", "version", 1, "quota." + field.team, 0))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(field.leaderAccount, page)).hasStatusOk().bodyText().contains("Ngày thứ 7 tình nguyện");
        assertThat(get(stranger(), page)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(field.officerAccount, page + "/closing", "version", 1, "summary", ""))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(post(field.officerAccount, page + "/closing", "version", 1, "summary", "Đạt một phần."))
                .hasRedirectedUrl(page);
        assertThat(get(field.officerAccount, page + "/summary"))
                .hasStatusOk()
                .bodyText()
                .contains("Đạt một phần.");
        assertThat(post(field.officerAccount, page + "/quotas", "version", 2, "quota." + field.team, 9))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(campaigns.get(id).closed()).isTrue();
    }

    @Test
    void countsTheActivitiesOfACampaignWithoutAnIndicator() {
        UUID id = campaigns.create(
                UUID.randomUUID(),
                new CampaignCommand("Hội thi", null, field.team, null, 2L, TODAY, TODAY.plusDays(1), null),
                field.leader());
        UUID held = UUID.randomUUID();
        activities.plan(
                held,
                new ActivityCommand(
                        "CONTEST",
                        "Vòng một",
                        "Hội trường",
                        field.team,
                        null,
                        Set.of(),
                        id,
                        TODAY,
                        LocalTime.MIN,
                        LocalTime.of(23, 59),
                        null),
                field.leader());
        assertThat(progress.of(campaigns.get(id), field.leader()).total()).isEqualByComparingTo("0");
        activities.close(held, 0, new ActivityOutcome(null, null, null, null, null), field.leader());
        assertThat(progress.of(campaigns.get(id), field.leader()).total()).isEqualByComparingTo("1");
    }

    @Test
    void givesEveryoneACalendarOfTheirOwnThatCanBeTakenBack() throws Exception {
        UUID id = plan();
        String first = feeds.renew(field.leader());
        String second = feeds.renew(field.leader());

        assertThat(mvc.get().uri("/public/calendar/" + first + ".ics").exchange())
                .hasStatus(HttpStatus.NOT_FOUND);
        MvcTestResult feed =
                mvc.get().uri("/public/calendar/" + second + ".ics").exchange();
        assertThat(feed).hasStatusOk().hasContentType("text/calendar;charset=UTF-8");
        assertThat(ICalendarTests.events(feed.getResponse().getContentAsString(StandardCharsets.UTF_8)))
                .filteredOn("UID", id + "@tungnha.vn")
                .hasSize(1)
                .first()
                .satisfies(event -> assertThat(event).containsEntry("SUMMARY", "Buổi của tổ"));

        feeds.revoke(field.leader());
        assertThat(mvc.get().uri("/public/calendar/" + second + ".ics").exchange())
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(field.officerAccount, "/activities/calendar")).hasRedirectedUrl("/activities/calendar");
    }

    @Test
    void letsAnAdministratorAddAKindThatCountsAtOnce() {
        UUID admin = new TestAccounts(jdbc).account("qt" + UUID.randomUUID(), Role.ADMIN, null);
        String code = "K" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        assertThat(post(admin, "/admin/activity-kinds", "code", "sai mã", "nameVi", "x", "nameEn", "x"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(post(
                        admin,
                        "/admin/activity-kinds",
                        "code",
                        code,
                        "nameVi",
                        "Họp xóm",
                        "nameEn",
                        "Meeting",
                        "duty",
                        "true",
                        "enabled",
                        "true",
                        "position",
                        20))
                .hasRedirectedUrl("/admin/activity-kinds");
        assertThat(get(admin, "/admin/activity-kinds")).hasStatusOk().bodyText().contains("Họp xóm");
        assertThat(post(
                        admin,
                        "/admin/activity-kinds/" + code,
                        "version",
                        7,
                        "nameVi",
                        "a",
                        "nameEn",
                        "b",
                        "position",
                        1))
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(get(field.leaderAccount, "/activities/new"))
                .hasStatusOk()
                .bodyText()
                .contains("Họp xóm");
        assertThat(get(field.leaderAccount, "/admin/activity-kinds")).hasStatus(HttpStatus.NOT_FOUND);
        jdbc.sql("update activity_kind set enabled = false where code = ?")
                .param(code)
                .update();
    }

    private UUID plan() {
        return activities.plan(
                UUID.randomUUID(),
                new ActivityCommand(
                        "OUTREACH",
                        "Buổi của tổ",
                        "Nhà văn hóa",
                        field.team,
                        null,
                        Set.of(),
                        null,
                        TODAY,
                        LocalTime.MIN,
                        LocalTime.of(23, 59),
                        null),
                field.leader());
    }

    private UUID stranger() {
        return new TestAccounts(jdbc).account("la" + UUID.randomUUID(), Role.WARD_OFFICER, FieldFixture.in(jdbc).ward);
    }

    private long anotherTeam() {
        long team = jdbc.sql("""
                        insert into team (version, name, number, kind, search, status, established_on)
                        values (0, 'Tổ 34', 34, (select code from team_kind order by position limit 1), 'to 34',
                                'ACTIVE', '2023-11-29') returning id""").query(Long.class).single();
        jdbc.sql("insert into team_area (team_id, village_id, home, valid_from) values (?, ?, true, '2023-11-29')")
                .params(team, field.village)
                .update();
        return team;
    }

    private Map<Long, Long> quotas(UUID campaign) {
        Map<Long, Long> quotas = new HashMap<>();
        jdbc.sql("select team_id, quota from campaign_team where campaign_id = ?")
                .param(campaign)
                .query(row -> {
                    quotas.put(row.getLong("team_id"), row.getObject("quota", Long.class));
                });
        return quotas;
    }

    private UUID member(String role) {
        return jdbc.sql("select id from team_member where team_id = ? and role = ?")
                .params(field.team, role)
                .query(UUID.class)
                .single();
    }

    private UUID person(UUID activity, String role) {
        return jdbc.sql("select id from activity_person where activity_id = ? and member_id = ?")
                .params(activity, member(role))
                .query(UUID.class)
                .single();
    }

    private int version(UUID id) {
        return activities.get(id).version();
    }

    private MvcTestResult get(UUID account, String uri) {
        return mvc.get()
                .uri(uri)
                .with(authentication(TestAccounts.signedIn(logins, account)))
                .exchange();
    }

    private MvcTestResult post(UUID account, String uri, Object... fields) {
        var request = mvc.post()
                .uri(uri)
                .with(authentication(TestAccounts.signedIn(logins, account)))
                .with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i].toString(), fields[i + 1].toString());
        }
        return request.exchange();
    }
}
