package vn.tungnha.allowances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.tungnha.SharedApplication;
import vn.tungnha.closing.LateEntries;
import vn.tungnha.closing.PeriodLocks;
import vn.tungnha.closing.ReportCalendar;
import vn.tungnha.closing.ReportPeriod;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.Scope;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;
import vn.tungnha.visits.FieldFixture;
import vn.tungnha.visits.Visits;

@Tag("slow")
@SharedApplication
class AllowanceSheetsTests {

    private static final YearMonth MONTH = YearMonth.now(Days.ZONE).minusMonths(2);

    @Autowired
    private AllowanceSheets sheets;

    @Autowired
    private AllowanceTotals totals;

    @Autowired
    private AllowanceRules rules;

    @Autowired
    private DutyMarks marks;

    @Autowired
    private PlannedDays planned;

    @Autowired
    private DayConfirmations confirmations;

    @Autowired
    private PeriodLocks locks;

    @Autowired
    private LateEntries ledger;

    @Autowired
    private ReportCalendar calendar;

    @Autowired
    private Visits visits;

    @Autowired
    private Units units;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Logins logins;

    @Autowired
    private JdbcClient jdbc;

    private FieldFixture field;
    private UnitView ward;
    private ReportPeriod month;
    private UUID leader;

    @BeforeEach
    void aWardThatPaysAndAVisitOnAPlannedDay() {
        field = FieldFixture.in(jdbc);
        ward = units.get(field.ward, MONTH.atEndOfMonth());
        month = calendar.of(Period.month(MONTH), field.ward);
        leader = jdbc.sql("select id from team_member where account_id = ?")
                .param(field.leaderAccount)
                .query(UUID.class)
                .single();
        rule(RuleBasis.TEAM_MONTH, 300_000, false);
        rule(RuleBasis.MEMBER_DAY, 50_000, true);
        visit(5);
        visit(6);
        planned.add(field.ward, MONTH.atDay(5), "Ra quân", "15/KH-UBND", field.officer());
    }

    @Test
    void paysFromTheLogWithoutAnythingTypedTwice() {
        MonthSheet sheet = sheets.of(ward, month, true, field.officer());

        assertThat(sheet.amount()).isEqualTo(350_000);
        assertThat(sheet.now().days()).hasSize(2).allMatch(it -> !it.duties().isEmpty());
        assertThat(sheets.team(field.team, month, field.leader()).days()).hasSize(2);
        assertThatThrownBy(() -> sheets.of(ward, month, true, field.stranger())).isInstanceOf(OutOfScope.class);
    }

    @Test
    void strikesADayOutOnlyWithAReasonAndTellsTheTrail() {
        assertThatThrownBy(() -> marks.say(mark(5, Mark.Kind.STRUCK, " "), field.officer()))
                .asInstanceOf(type(RuleBroken.class))
                .extracting(RuleBroken::getField)
                .isEqualTo("reason");
        assertThatThrownBy(() -> marks.say(mark(5, Mark.Kind.STRUCK, "Đi họp"), field.stranger()))
                .isInstanceOf(OutOfScope.class);

        UUID mark = marks.say(mark(5, Mark.Kind.STRUCK, "Đi họp"), field.officer());

        assertThat(amount()).isEqualTo(300_000);
        assertThat(jdbc.sql(
                                "select count(*) from audit_entry where action = 'duty.struck' and unit_id = ? and reason = ?")
                        .params(field.ward, "Đi họp")
                        .query(Long.class)
                        .single())
                .isOne();
        marks.end(mark, field.officer());
        assertThat(amount()).isEqualTo(350_000);
    }

    @Test
    void asksByWhichProgrammeADayIsPaidTwice() {
        assertThatThrownBy(() -> marks.say(mark(5, Mark.Kind.NOT_PAID, "Chi nơi khác"), field.officer()))
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    void freezesTheSheetWithTheLockAndCarriesLaterChangesIntoTheNext() {
        locks.lock(field.ward, month, 0, null, field.chairman());
        marks.say(mark(5, Mark.Kind.STRUCK, "Ghi nhầm người"), field.officer());

        assertThat(sheets.of(ward, month, true, field.officer()).amount()).isEqualTo(350_000);
        assertThat(sheets.of(ward, month, false, field.officer()).amount()).isEqualTo(300_000);
        ReportPeriod next = calendar.of(month.named().next(), field.ward);
        MonthSheet following = sheets.of(ward, next, true, field.officer());
        assertThat(following.differences()).singleElement().satisfies(line -> {
            assertThat(line.amount()).isEqualTo(-50_000);
            assertThat(line.period()).isEqualTo(MONTH.toString());
            assertThat(line.reason()).contains("Ghi nhầm người");
        });
        assertThat(following.amount()).isEqualTo(250_000);
        assertThat(ledger.of(field.ward, month, field.officer(), new Paging(0, 10))
                        .items())
                .anySatisfy(it -> assertThat(it.action()).isEqualTo("duty.struck"));

        locks.lock(field.ward, next, 0, null, field.chairman());
        assertThat(sheets.of(ward, month, false, field.officer()).differences())
                .as("settled once the next sheet is locked")
                .isEmpty();
    }

    @Test
    void locksTheSheetOnceHoweverOftenTheFiguresAreLocked() {
        locks.lock(field.ward, month, 0, null, field.chairman());
        visit(9);
        locks.lock(field.ward, month, 1, "Ghi muộn", field.chairman());

        assertThat(jdbc.sql("select count(*) from allowance_sheet where unit_id = ?")
                        .param(field.ward)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void triesADraftBeforeItIsInForceAndLeavesLockedMonthsAlone() {
        long old = jdbc.sql("select id from allowance_rule where unit_id = ? and basis = 'MEMBER_DAY'")
                .param(field.ward)
                .query(Long.class)
                .single();
        CurrentUser admin = admin();
        long draft = rules.write(null, 0, command(80_000, MONTH.atDay(1), old), admin);

        AllowanceRules.Preview preview = rules.preview(draft, ward, month, admin);
        assertThat(preview.before().amount()).isEqualTo(350_000);
        assertThat(preview.after().amount()).isEqualTo(380_000);
        assertThat(amount()).as("a look changes nothing").isEqualTo(350_000);

        locks.lock(field.ward, month, 0, null, field.chairman());
        assertThatThrownBy(() -> rules.putInForce(draft, 0, admin))
                .asInstanceOf(type(RuleBroken.class))
                .extracting(RuleBroken::getKey)
                .isEqualTo("allowances.error.locked-until");
        rules.write(draft, 0, command(80_000, MONTH.plusMonths(1).atDay(1), old), admin);
        rules.putInForce(draft, 1, admin);
        assertThat(rules.get(old).validTo()).isEqualTo(MONTH.atEndOfMonth());
        assertThat(sheets.of(ward, month, false, field.officer()).differences()).isEmpty();
    }

    @Test
    void holdsADayThatAnotherWardWouldPayWithoutNamingIt() {
        FieldFixture other = FieldFixture.in(jdbc);
        jdbc.sql("update team_member set account_id = ? where account_id = ?")
                .params(field.leaderAccount, other.leaderAccount)
                .update();
        UUID twin = jdbc.sql("select id from team_member where account_id = ? and team_id = ?")
                .params(field.leaderAccount, other.team)
                .query(UUID.class)
                .single();
        jdbc.sql("""
                        insert into allowance_rule (unit_id, status, basis, programme, name, amount, funding, legal_basis, valid_from)
                        values (?, 'IN_FORCE', 'MEMBER_DAY', 'Khác', 'Khác', 60000, 'Phường', 'QĐ', '2020-01-01')
                        """).param(other.ward).update();
        jdbc.sql("""
                        insert into duty_mark (id, team_id, member_id, day, mark, duty, reason, made_at)
                        values (?, ?, ?, ?, 'ADDED', 'DESK', 'Bàn hỗ trợ', now())
                        """)
                .params(UUID.randomUUID(), other.team, twin, MONTH.atDay(5))
                .update();

        assertThat(amount()).isEqualTo(300_000);
        assertThat(get("/allowances?unit=X" + field.ward + "&period=" + MONTH, field.officerAccount))
                .hasStatusOk()
                .bodyText()
                .contains("cũng được tính ở đơn vị khác", "Chờ quyết định");
        locks.lock(other.ward, calendar.of(month.named(), other.ward), 0, null, other.chairman());
        assertThat(amount()).as("held on both sides until somebody decides").isEqualTo(300_000);
        marks.say(
                new MarkCommand(
                        field.team, leader, MONTH.atDay(5), Mark.Kind.PAID_ANYWAY, null, false, "NQ thử", "Hai buổi"),
                field.officer());
        assertThat(amount()).isEqualTo(350_000);
    }

    @Test
    void remembersWhatTheLeaderConfirmed() {
        sheets.confirm(field.team, month, field.leader());
        assertThat(confirmed().current()).isTrue();

        visit(9);
        assertThat(confirmed().current()).isFalse();
    }

    @Test
    void showsSumsOnlyToThoseAbove() {
        CurrentUser above = new CurrentUser(
                field.officerAccount,
                "x",
                "x",
                Set.of(Role.PROVINCE_OFFICER),
                new Scope(false, Set.of(field.ward), Set.of(), Set.of(), Set.of()));

        assertThat(totals.ofWard(ward, month, above).amount()).isEqualTo(350_000);
        assertThatThrownBy(() -> sheets.of(ward, month, true, above)).isInstanceOf(OutOfScope.class);
    }

    @Test
    void handsOutTheSheetAndTheNotice() throws Exception {
        String query = "?unit=X" + field.ward + "&period=" + MONTH;
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes("/allowances/sheet.xlsx" + query)))) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getRow(2).getCell(8).getNumericCellValue()).isEqualTo(50_000);
            assertThat(sheet.getRow(3).getCell(8).getNumericCellValue()).isEqualTo(350_000);
        }
        String paper = text(bytes("/allowances/sheet.pdf" + query));
        assertThat(paper)
                .contains("BẢNG CHI HỖ TRỢ", "Nguyễn Thị Hoa", "350.000", "Ba trăm năm mươi nghìn đồng", "KẾ TOÁN");
        String team = text(bytes("/allowances/sheet.pdf" + query + "&team=" + field.team));
        assertThat(team).contains("cho Tổ 33", "TỔ TRƯỞNG");
        String notice = text(bytes("/allowances/notice.pdf" + query));
        assertThat(notice).contains("THÔNG BÁO", "Tổ 33", "350.000").doesNotContain("Nguyễn Thị Hoa");
        assertThat(get("/allowances/notice" + query, field.officerAccount)).hasStatusOk();
        assertThat(get("/allowances/teams/" + field.team + "?period=" + MONTH, field.officerAccount))
                .hasStatusOk()
                .bodyText()
                .contains("Nguyễn Thị Hoa");
        assertThat(get("/field/days?period=" + MONTH, field.leaderAccount)).hasStatusOk();
    }

    @Test
    void keepsWhatWasTypedWhenTheReasonIsMissing() {
        MvcTestResult answer = mvc.post()
                .uri("/allowances/teams/" + field.team + "/marks")
                .param("member", leader.toString())
                .param("day", MONTH.atDay(5).toString())
                .param("kind", "STRUCK")
                .with(csrf())
                .with(authentication(TestAccounts.signedIn(logins, field.officerAccount)))
                .exchange();

        assertThat(answer).hasStatus(422).bodyText().contains("Ghi lý do.");
    }

    private DayConfirmation confirmed() {
        return confirmations
                .of(List.of(field.team), month.code(), sheets.team(field.team, month, field.officer()))
                .get(field.team);
    }

    private long amount() {
        return sheets.of(ward, month, false, field.officer()).amount();
    }

    private MarkCommand mark(int day, Mark.Kind kind, String reason) {
        return new MarkCommand(field.team, leader, MONTH.atDay(day), kind, null, false, null, reason);
    }

    private void visit(int day) {
        UUID id = UUID.randomUUID();
        visits.record(
                field.aVisit()
                        .id(id)
                        .at(MONTH.atDay(day).atTime(9, day).atZone(Days.ZONE).toInstant())
                        .command(),
                field.leader());
        jdbc.sql("insert into visit_member (visit_id, member_id) values (?, ?) on conflict do nothing")
                .params(id, leader)
                .update();
    }

    private void rule(RuleBasis basis, long amount, boolean plannedOnly) {
        jdbc.sql("""
                        insert into allowance_rule (unit_id, status, basis, programme, name, amount, planned_only, funding, legal_basis,
                                                    valid_from)
                        values (?, 'IN_FORCE', ?, 'NQ thử', 'Khoản thử', ?, ?, 'Ngân sách', 'Nghị quyết thử', '2020-01-01')
                        """).params(field.ward, basis.name(), amount, plannedOnly).update();
    }

    private RuleCommand command(long amount, LocalDate from, long replaces) {
        return new RuleCommand(
                field.ward,
                RuleBasis.MEMBER_DAY,
                "NQ thử",
                "Khoản mới",
                amount,
                Set.of(),
                true,
                0,
                null,
                BigDecimal.ONE,
                null,
                "Ngân sách",
                "Nghị quyết mới",
                null,
                from,
                Days.FOREVER,
                replaces);
    }

    private CurrentUser admin() {
        UUID account = new TestAccounts(jdbc).account("a" + UUID.randomUUID(), Role.ADMIN, null);
        return new CurrentUser(
                account,
                "admin",
                "Quản trị",
                Set.of(Role.ADMIN),
                new Scope(true, Set.of(), Set.of(), Set.of(), Set.of()));
    }

    private MvcTestResult get(String path, UUID account) {
        return mvc.get()
                .uri(path)
                .with(authentication(TestAccounts.signedIn(logins, account)))
                .exchange();
    }

    private byte[] bytes(String path) {
        MvcTestResult answer = get(path, field.officerAccount);
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
