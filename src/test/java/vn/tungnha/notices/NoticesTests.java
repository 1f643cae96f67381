package vn.tungnha.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.notices.Notice.Kind;
import vn.tungnha.shared.Days;
import vn.tungnha.visits.FieldFixture;
import vn.tungnha.visits.Visits;

/** Everybody is told what concerns them, once, and only while it is true. */
@SharedApplication
class NoticesTests {

    private static final Locale VI = Locale.forLanguageTag("vi");

    @Autowired
    private NoticeBox box;

    @Autowired
    private Visits visits;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Logins logins;

    @Autowired
    private JdbcClient jdbc;

    private final LocalDate today = LocalDate.now(Days.ZONE);
    private FieldFixture field;

    @BeforeEach
    void layOutAWard() {
        field = FieldFixture.in(jdbc);
    }

    @Test
    void tellsTheTeamOfAReturnedReportWithTheWordWhy() {
        long report = returnedReport("Thiếu số hộ");
        FieldFixture other = FieldFixture.in(jdbc);

        assertThat(of(Kind.REPORT, field.leader()))
                .filteredOn(notice -> notice.key().startsWith("report-returned"))
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.title()).contains("Tổ 33", "trả lại");
                    assertThat(notice.text()).isEqualTo("Thiếu số hộ");
                    assertThat(notice.url()).startsWith("/field/report?period=");
                });
        assertThat(of(Kind.REPORT, other.leader()))
                .noneMatch(notice -> notice.key().startsWith("report-returned"));

        jdbc.sql("update team_report set status = 'SUBMITTED' where id = ?")
                .param(report)
                .update();
        assertThat(of(Kind.REPORT, field.leader())).as("handed in again").noneMatch(notice -> notice.key()
                .startsWith("report-returned"));
    }

    @Test
    void tellsOfAppointmentsUntilSomebodyHasBeenThere() {
        visits.record(
                field.aVisit()
                        .at(Instant.now().minus(3, ChronoUnit.DAYS))
                        .followUpAt(Instant.now().minus(2, ChronoUnit.DAYS))
                        .command(),
                field.leader());

        assertThat(of(Kind.FOLLOW_UP, field.leader())).singleElement().satisfies(notice -> {
            assertThat(notice.text()).startsWith("1 hẹn");
            assertThat(notice.url()).isEqualTo("/field");
        });
        assertThat(of(Kind.FOLLOW_UP, field.officer())).singleElement().satisfies(notice -> {
            assertThat(notice.title()).startsWith("1 hẹn");
            assertThat(notice.url()).isEqualTo("/visits?show=OVERDUE");
        });
        assertThat(of(Kind.FOLLOW_UP, FieldFixture.in(jdbc).officer())).isEmpty();

        visits.record(field.aVisit().command(), field.leader());
        assertThat(of(Kind.FOLLOW_UP, field.leader())).isEmpty();
        assertThat(of(Kind.FOLLOW_UP, field.officer())).isEmpty();
    }

    @Test
    void namesNewMembersButNotThoseATeamBeganWith() {
        assertThat(of(Kind.MEMBER, field.officer())).isEmpty();
        jdbc.sql("""
                        insert into team_member (id, version, team_id, name, sort_key, role, joined_on)
                        values (?, 0, ?, 'Lê Văn Mới', 'moi le van', 'MEMBER', ?)
                        """).params(UUID.randomUUID(), field.team, today.minusDays(2)).update();

        assertThat(of(Kind.MEMBER, field.officer())).singleElement().satisfies(notice -> {
            assertThat(notice.title()).isEqualTo("Tổ 33 có thêm 1 người");
            assertThat(notice.text()).isEqualTo("Lê Văn Mới");
            assertThat(notice.url()).isEqualTo("/teams/" + field.team);
        });
        assertThat(of(Kind.MEMBER, field.leader())).hasSize(1);
    }

    @Test
    void warnsOfATargetThatIsBehindTheWardAndTheTeamItWasSetFor() {
        visits.record(field.aVisit().command(), field.leader());
        target("unit_id", field.ward);
        target("team_id", field.team);

        assertThat(of(Kind.TARGET, field.officer())).singleElement().satisfies(notice -> {
            assertThat(notice.title()).contains("Lượt thăm");
            assertThat(notice.text()).isNotBlank();
            assertThat(notice.level()).isEqualTo("bad");
            assertThat(notice.url()).startsWith("/targets?unit=X" + field.ward);
        });
        assertThat(of(Kind.TARGET, field.leader()))
                .extracting(Notice::url)
                .as("a team's own")
                .contains("/field/progress");
    }

    @Test
    void tellsThePeopleAroundAMergerAndNobodyElse() {
        change("APPLIED", today.minusDays(3));

        assertThat(of(Kind.UNITS, field.officer())).singleElement().satisfies(notice -> {
            assertThat(notice.title()).startsWith("Sáp nhập Phường Thanh Khê");
            assertThat(notice.url()).startsWith("/units/changes/");
        });
        assertThat(of(Kind.UNITS, field.leader()))
                .singleElement()
                .extracting(Notice::url)
                .isEqualTo("/units");
        assertThat(of(Kind.UNITS, FieldFixture.in(jdbc).officer())).isEmpty();
    }

    @Test
    void keepsWhatWasReadAndTakesItBack() {
        returnedReport("Thiếu số hộ");
        String key = of(Kind.REPORT, field.leader()).get(0).key();

        assertThat(get("/notices")).bodyText().contains("Thiếu số hộ", "Đã xem");
        assertThat(get("/notices/count")).bodyText().contains("class=\"count\"");
        MvcTestResult read = post("/notices/reading", "key", key);
        assertThat(read).hasRedirectedUrl("/notices");
        assertThat(unread(field.leader())).doesNotContain(key);
        assertThat(get("/notices?unread=true")).bodyText().doesNotContain("Thiếu số hộ");

        String undo = String.valueOf(read.getMvcResult().getFlashMap().get("flashUndo"));
        assertThat(post(undo)).hasRedirectedUrl("/notices");
        assertThat(unread(field.leader())).contains(key);
    }

    @Test
    void leadsToWhereItIsDealtWithAndNowhereElse() {
        returnedReport("Thiếu số hộ");
        Notice notice = of(Kind.REPORT, field.leader()).stream()
                .filter(it -> it.key().startsWith("report-returned"))
                .findFirst()
                .orElseThrow();

        assertThat(get("/notices/opening?key=" + notice.key())).hasRedirectedUrl(notice.url());
        assertThat(unread(field.leader())).doesNotContain(notice.key());
        assertThat(get("/notices/opening?key=//elsewhere.example")).hasRedirectedUrl("/notices");
    }

    private List<String> unread(CurrentUser user) {
        return box.of(user, VI).stream()
                .filter(told -> !told.read())
                .map(told -> told.notice().key())
                .toList();
    }

    private List<Notice> of(Kind kind, CurrentUser user) {
        return box.of(user, VI).stream()
                .map(NoticeBox.Told::notice)
                .filter(notice -> notice.kind() == kind)
                .toList();
    }

    private long returnedReport(String comment) {
        YearMonth month = YearMonth.from(today).minusMonths(1);
        long report = jdbc.sql("""
                        insert into team_report (version, team_id, period, first_day, last_day, status)
                        values (0, ?, ?, ?, ?, 'RETURNED') returning id
                        """)
                .params(field.team, month.toString(), month.atDay(1), month.atEndOfMonth())
                .query(Long.class)
                .single();
        jdbc.sql("insert into team_report_step (report_id, status, taken_at, comment) values (?, 'RETURNED', now(), ?)")
                .params(report, comment)
                .update();
        return report;
    }

    private void target(String place, long id) {
        YearMonth month = YearMonth.from(today);
        jdbc.sql(
                        "insert into target (version, indicator_id, " + place
                                + ", period, first_day, last_day, amount, kind, entered_at) "
                                + "values (0, (select id from indicator where code = 'VISITS'), ?, ?, ?, ?, 3100, 'COUNT', now())")
                .params(id, month.toString(), month.atDay(1), month.atEndOfMonth())
                .update();
    }

    private void change(String state, LocalDate effective) {
        jdbc.sql("""
                        insert into unit_change (kind, level, effective, plan, unit_ids, state, drafted_by, drafted_at,
                                                 proposed_by, proposed_at, decided_by, decided_at)
                        values ('MERGE', 'VILLAGE', ?, '{}', array[cast(? as bigint)], ?, ?, now(), ?, now(), ?, now())
                        """)
                .params(
                        effective,
                        field.village,
                        state,
                        field.officerAccount,
                        field.officerAccount,
                        field.leaderAccount)
                .update();
    }

    private MvcTestResult get(String url) {
        return mvc.get()
                .uri(url)
                .with(authentication(TestAccounts.signedIn(logins, field.leaderAccount)))
                .exchange();
    }

    private MvcTestResult post(String url, String... fields) {
        var request = mvc.post()
                .uri(url)
                .with(csrf())
                .with(authentication(TestAccounts.signedIn(logins, field.leaderAccount)));
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
