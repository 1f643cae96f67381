package vn.tungnha.reports.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.shared.Days;
import vn.tungnha.visits.FieldFixture;
import vn.tungnha.visits.Visits;

/** The week of a ward and of a team, in words anybody can paste. */
@SharedApplication
class DigestTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Visits visits;

    @Autowired
    private Logins logins;

    @Autowired
    private JdbcClient jdbc;

    private final LocalDate monday = LocalDate.now(Days.ZONE).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));

    private FieldFixture field;

    @BeforeEach
    void twoWeeksOfWork() {
        field = FieldFixture.in(jdbc);
        visit(monday.minusWeeks(1), true);
        visit(monday.minusWeeks(1).plusDays(6), false);
        visit(monday.minusWeeks(2), false);
    }

    @Test
    void countsAWholeWeekOfAWardAgainstTheOneBefore() {
        assertThat(get("/digest?week=" + monday.minusWeeks(1).plusDays(3), field.officerAccount))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "• 2 lượt thăm (gặp được 2; tuần trước 1)",
                        "• 0 hộ gặp được lần đầu (tuần trước 1)",
                        "• 1 tài khoản kích hoạt mới (VNeID mức 2: 1; tuần trước 0)",
                        "• 1/1 tổ có lượt thăm.")
                .doesNotContain("Nguyễn Văn Sáu");
    }

    @Test
    void countsATeamsOwnWeekForItsLeader() {
        assertThat(get("/digest?week=" + monday.minusWeeks(2), field.leaderAccount))
                .hasStatusOk()
                .bodyText()
                .contains("• 1 lượt thăm (gặp được 1; tuần trước 0)", "• 1 hộ gặp được lần đầu (tuần trước 0)");
    }

    @Test
    void saysThatThisWeekIsNotOverAndIsHeldAgainstTheSameDays() {
        assertThat(get("/digest", field.officerAccount))
                .bodyText()
                .contains("cùng kỳ tuần trước")
                .doesNotContain("Tuần sau");
        assertThat(get("/digest?week=nonsense", field.officerAccount)).hasStatusOk();
        assertThat(get("/digest?week=" + monday.plusWeeks(1), field.officerAccount))
                .bodyText()
                .contains("đến nay");
    }

    private void visit(LocalDate day, boolean activating) {
        var visit = field.aVisit()
                .at(day.atTime(LocalTime.of(0, 1)).atZone(Days.ZONE).toInstant());
        visits.record((activating ? visit.activating(field.adult, "E_ID_L2") : visit).command(), field.leader());
    }

    private MvcTestResult get(String url, UUID account) {
        return mvc.get()
                .uri(url)
                .with(authentication(TestAccounts.signedIn(logins, account)))
                .exchange();
    }
}
