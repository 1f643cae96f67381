package vn.tungnha.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.Scope;
import vn.tungnha.indicators.Counters;
import vn.tungnha.indicators.IndicatorDefinition.Kind;
import vn.tungnha.indicators.QuotaChanged;
import vn.tungnha.indicators.ReportedCommand;
import vn.tungnha.indicators.ReportedValues;
import vn.tungnha.indicators.TargetCommand;
import vn.tungnha.indicators.Targets;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;
import vn.tungnha.visits.FieldFixture;
import vn.tungnha.visits.Visits;

@Tag("slow")
@SharedApplication
class ClosingTests {

    private static final ReportText WORDS = new ReportText("Dạy con cháu giúp ông bà", "Sóng yếu", null);

    @Autowired
    private TeamReports reports;

    @Autowired
    private PeriodLocks locks;

    @Autowired
    private LateEntries ledger;

    @Autowired
    private ReportCalendar calendar;

    @Autowired
    private ReportedValues reported;

    @Autowired
    private Targets targets;

    @Autowired
    private Counters counters;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Visits visits;

    @Autowired
    private JdbcClient jdbc;

    private final Period month = Period.month(YearMonth.now(Days.ZONE).minusMonths(1));
    private FieldFixture field;
    private ReportPeriod period;
    private CurrentUser chairman;

    @BeforeEach
    void aWardWithAMonthBehindIt() {
        field = FieldFixture.in(jdbc);
        period = calendar.of(month, field.ward);
        chairman = field.chairman();
        visit(3);
    }

    @Test
    void draftsAReportFromTheLog() {
        TeamReportView draft = reports.get(field.team, month, field.leader());

        assertThat(draft.status()).isEqualTo(ReportStatus.DRAFT);
        assertThat(draft.version()).isNull();
        assertThat(visitsIn(draft)).isEqualByComparingTo("1");
        visit(4);
        assertThat(visitsIn(reports.get(field.team, month, field.leader())))
                .as("it lives until it is handed in")
                .isEqualByComparingTo("2");
    }

    @Test
    void keepsWhatWasHandedIn() {
        reports.write(field.team, month, null, WORDS, true, field.leader());
        visit(5);

        TeamReportView read = reports.get(field.team, month, field.officer());
        assertThat(read.status()).isEqualTo(ReportStatus.SUBMITTED);
        assertThat(read.handedIn()).isTrue();
        assertThat(visitsIn(read)).isEqualByComparingTo("1");
        assertThat(read.text()).isEqualTo(WORDS);
        assertThatThrownBy(() -> reports.write(field.team, month, read.version(), WORDS, false, field.leader()))
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    void givesAReportBackWithAWordAndTakesItAgain() {
        reports.write(field.team, month, null, WORDS, true, field.leader());
        assertThatThrownBy(() -> reports.giveBack(field.team, month, " ", field.officer()))
                .asInstanceOf(type(RuleBroken.class))
                .extracting(RuleBroken::getField)
                .isEqualTo("comment");
        reports.giveBack(field.team, month, "Thiếu số buổi hỗ trợ", field.officer());
        visit(6);

        TeamReportView back = reports.get(field.team, month, field.leader());
        assertThat(back.status()).isEqualTo(ReportStatus.RETURNED);
        assertThat(back.steps().get(0).comment()).isEqualTo("Thiếu số buổi hỗ trợ");
        assertThat(visitsIn(back)).isEqualByComparingTo("2");

        reports.write(field.team, month, back.version(), WORDS, true, field.leader());
        assertThat(reports.approve(List.of(field.team), month, field.officer())).isOne();
        assertThat(reports.approve(List.of(field.team), month, field.officer())).isZero();
        assertThat(reports.of(field.ward, period, field.officer()))
                .singleElement()
                .extracting(TeamReportRow::status)
                .isEqualTo(ReportStatus.APPROVED);
    }

    @Test
    void refusesAStaleDraftAndAPeriodThatRuns() {
        reports.write(field.team, month, null, WORDS, false, field.leader());

        assertThatThrownBy(() -> reports.write(field.team, month, null, WORDS, false, field.leader()))
                .isInstanceOf(Stale.class);
        Period next = month.next().next();
        assertThatThrownBy(() -> reports.get(field.team, next, field.leader())).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> locks.lock(field.ward, calendar.of(month.next(), field.ward), 0, null, chairman))
                .asInstanceOf(type(RuleBroken.class))
                .extracting(RuleBroken::getKey)
                .isEqualTo("closing.error.not-over");
    }

    @Test
    void hidesReportsAndLocksFromOthers() {
        assertThatThrownBy(() -> reports.get(field.team, month, field.stranger()))
                .isInstanceOf(OutOfScope.class);
        assertThatThrownBy(() -> locks.lock(field.ward, period, 0, null, field.stranger()))
                .isInstanceOf(OutOfScope.class);
    }

    @Test
    void keepsAReportInTheTeamsHandsOutOnceThePeriodIsLocked() {
        reports.write(field.team, month, null, WORDS, true, field.leader());
        locks.lock(field.ward, period, 0, null, chairman);

        assertThatThrownBy(() -> reports.takeBack(field.team, month, field.leader()))
                .asInstanceOf(type(RuleBroken.class))
                .extracting(RuleBroken::getKey)
                .isEqualTo("closing.error.locked-taken");
        // what the ward has become since does not open its period again
        moveToAnotherWard(period.last().plusDays(1));
        assertThatThrownBy(() -> reports.takeBack(field.team, month, field.leader()))
                .isInstanceOf(RuleBroken.class);
        TeamReportView report = reports.get(field.team, month, field.leader());
        assertThat(report.locked()).isTrue();
        assertThat(report.afterLock()).isFalse();
        assertThat(report.status()).isEqualTo(ReportStatus.SUBMITTED);
        assertThat(report.text()).isEqualTo(WORDS);
        assertThat(entries()).isEmpty();
    }

    @Test
    void marksAReportThatComesAfterTheLockAndWritesItDown() {
        locks.lock(field.ward, period, 0, null, chairman);
        reports.write(field.team, month, null, WORDS, false, field.leader());
        assertThat(entries()).as("a draft is nobody's business").isEmpty();

        reports.write(field.team, month, 0, WORDS, true, field.leader());

        assertThat(reports.get(field.team, month, field.leader()).afterLock()).isTrue();
        assertThat(reports.of(field.ward, period, field.officer()))
                .singleElement()
                .extracting(TeamReportRow::afterLock)
                .isEqualTo(true);
        assertThat(entries()).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("report.submitted");
            assertThat(entry.subjectId()).isEqualTo(field.team + " " + month.code());
            assertThat(entry.changes()).isEmpty();
        });
    }

    @Test
    void countsTheMonthsOfAQuarter() {
        Period quarter = Period.of(Period.Grain.QUARTER, month.first()).previous();
        List<Period> months =
                List.of(Period.of(Period.Grain.MONTH, quarter.first()), month(quarter, 1), month(quarter, 2));
        assertThat(quarterly(quarter).missing()).isEqualTo(months);
        for (Period one : months.subList(0, 2)) {
            reports.write(field.team, one, null, WORDS, true, field.leader());
        }

        TeamReportRow most = quarterly(quarter);

        assertThat(most.isWithTheTeam()).isTrue();
        assertThat(most.missing()).containsExactly(months.get(2));
        assertThat(most.opens()).isEqualTo(months.get(2));
        reports.write(field.team, months.get(2), null, WORDS, true, field.leader());
        assertThat(quarterly(quarter).status()).isEqualTo(ReportStatus.SUBMITTED);
        assertThat(quarterly(quarter).missing()).isEmpty();
        assertThat(reports.approve(List.of(field.team), quarter, field.officer()))
                .isEqualTo(3);
        assertThat(quarterly(quarter).status()).isEqualTo(ReportStatus.APPROVED);
    }

    @Test
    void asksForNoMonthBeforeTheTeamWasFounded() {
        Period quarter = Period.of(Period.Grain.QUARTER, month.first()).previous();
        jdbc.sql("update team set established_on = ? where id = ?")
                .params(month(quarter, 1).first().plusDays(9), field.team)
                .update();

        assertThat(quarterly(quarter).owed()).containsExactly(month(quarter, 1), month(quarter, 2));
    }

    private TeamReportRow quarterly(Period quarter) {
        return reports.of(field.ward, calendar.of(quarter, field.ward), field.officer())
                .get(0);
    }

    private static Period month(Period quarter, int number) {
        return Period.month(YearMonth.from(quarter.first()).plusMonths(number));
    }

    private void moveToAnotherWard(LocalDate day) {
        jdbc.sql("update unit_closure set valid_to = ? where ancestor_id = ? and descendant_id = ?")
                .params(day.minusDays(1), field.ward, field.village)
                .update();
        jdbc.sql("insert into unit_closure values (?, ?, 1, ?, ?)")
                .params(FieldFixture.in(jdbc).ward, field.village, day, Days.FOREVER)
                .update();
    }

    @Test
    void writesDownWhatCameAfterTheLock() {
        locks.lock(field.ward, period, 0, null, chairman);
        UUID late = visit(7);

        List<LateEntry> entries = entries();
        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.version()).isOne();
            assertThat(entry.subject()).isEqualTo("visit");
            assertThat(entry.subjectId()).isEqualTo(late.toString());
            assertThat(entry.changes()).anySatisfy(change -> {
                assertThat(change.nameEn()).isEqualTo("Visits");
                assertThat(change.amount()).isEqualByComparingTo("1");
                assertThat(change.day()).isEqualTo(period.first().plusDays(6));
            });
        });
        LockedLine line = visitsLine();
        assertThat(line.locked().value()).isEqualByComparingTo("1");
        assertThat(line.now().value()).isEqualByComparingTo("2");
        assertThat(line.differs()).isTrue();
    }

    @Test
    void locksAgainOnlyForAReason() {
        locks.lock(field.ward, period, 0, null, chairman);
        assertThatThrownBy(() -> locks.lock(field.ward, period, 1, "Bổ sung", chairman))
                .asInstanceOf(type(RuleBroken.class))
                .extracting(RuleBroken::getKey)
                .isEqualTo("closing.error.nothing-changed");
        visit(8);
        assertThatThrownBy(() -> locks.lock(field.ward, period, 1, " ", chairman))
                .asInstanceOf(type(RuleBroken.class))
                .extracting(RuleBroken::getField)
                .isEqualTo("reason");
        assertThatThrownBy(() -> locks.lock(field.ward, period, 0, null, chairman))
                .as("somebody locked meanwhile")
                .isInstanceOf(RuleBroken.class);

        assertThat(locks.lock(field.ward, period, 1, "Tổ 33 gửi muộn", chairman))
                .isEqualTo(2);

        assertThat(visitsLine().differs()).isFalse();
        List<LockView> versions = locks.versions(field.ward, period, chairman);
        assertThat(versions).extracting(LockView::reason).containsExactly("Tổ 33 gửi muộn", null);
        assertThat(compared(versions.get(1), "VISITS").locked().value())
                .as("the first version stays as it was")
                .isEqualByComparingTo("1");
    }

    @Test
    void leavesOtherPeriodsOutOfTheLedger() {
        locks.lock(field.ward, period, 0, null, chairman);
        visits.record(field.aVisit().command(), field.leader());

        assertThat(entries()).isEmpty();
    }

    @Test
    void writesDownAReportedValueChangedLater() {
        report(100);
        locks.lock(field.ward, period, 0, null, chairman);
        report(90);

        assertThat(entries()).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("reported.saved");
            assertThat(entry.changes()).singleElement().satisfies(change -> {
                assertThat(change.reported()).isTrue();
                assertThat(change.before()).isEqualByComparingTo("100");
                assertThat(change.amount()).isEqualByComparingTo("90");
            });
        });
    }

    @Test
    void writesDownAStockThatWasLateInEveryPeriodThatSeesIt() {
        ReportPeriod before = calendar.of(month.previous(), field.ward);
        locks.lock(field.ward, before, 0, null, chairman);
        locks.lock(field.ward, period, 0, null, chairman);

        Instant late =
                before.first().plusDays(6).atTime(9, 30).atZone(Days.ZONE).toInstant();
        visits.record(field.aVisit().at(late).activating(field.adult, "E_ID_L2").command(), field.leader());

        String holders = named("E_ID_L2_HOLDERS_18");
        assertThat(moved(before)).contains("Visits", holders);
        assertThat(moved(period)).contains(holders).doesNotContain("Visits");
        assertThat(locks.compare(
                        field.ward,
                        period,
                        locks.versions(field.ward, period, chairman).get(0),
                        chairman))
                .filteredOn(LockedLine::differs)
                .extracting(LockedLine::indicator)
                .contains("E_ID_L2_ACTIVATED");
    }

    @Test
    void writesDownAPopulationCorrectedUnderALockedPeriod() {
        report("POPULATION_18", "2025-01", 100);
        ReportPeriod march = calendar.of(Period.parse("2025-03").orElseThrow(), field.ward);
        locks.lock(field.ward, march, 0, null, chairman);
        report("POPULATION_18", "2025-01", 90);

        assertThat(moved(march)).containsExactly(named("POPULATION_18"));
        report("POPULATION_18", "2025-02", 95);
        assertThat(moved(march)).as("it takes over").hasSize(2);
        report("POPULATION_18", "2025-01", 80);
        assertThat(moved(march)).as("nobody sees it any more").hasSize(2);
    }

    @Test
    void writesDownAReportedStockUntilTheYearEnds() {
        ReportPeriod march = calendar.of(Period.parse("2025-03").orElseThrow(), field.ward);
        ReportPeriod january = calendar.of(Period.parse("2026-01").orElseThrow(), field.ward);
        locks.lock(field.ward, march, 0, null, chairman);
        locks.lock(field.ward, january, 0, null, chairman);
        report("PROCEDURES_ELIGIBLE", "2025-02", 142);
        report("PROCEDURES_ELIGIBLE", "2025-04", 142);

        assertThat(moved(march)).containsExactly(named("PROCEDURES_ELIGIBLE"));
        assertThat(moved(january)).isEmpty();
    }

    @Test
    void writesDownAQuotaThatWasChangedLater() {
        String signatures = "DIGITAL_IDENTITY_ACCOUNT_SIGNATURE";
        ReportPeriod march = calendar.of(Period.parse("2025-03").orElseThrow(), field.ward);
        target(signatures, "2025", Kind.COUNT, 9955, null);
        report(signatures, "2025-03", 13781);
        locks.lock(field.ward, march, 0, null, chairman);

        target(signatures, "2025", Kind.RATE, 90, null);
        target(signatures, "2025-04", Kind.COUNT, 9000, null);
        target(signatures, "2024", Kind.COUNT, 9000, null);
        target("VISITS", "2025-03", Kind.COUNT, 9000, null);
        assertThat(entries(march)).isEmpty();

        target(signatures, "2025", Kind.COUNT, 12000, "Thành phố giao lại");
        assertThat(entries(march)).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("target.set");
            assertThat(entry.reason()).isEqualTo("Thành phố giao lại");
            assertThat(entry.quota().before()).isEqualByComparingTo("9955");
            assertThat(entry.quota().after()).isEqualByComparingTo("12000");
        });
    }

    @Test
    void locksTheReportOfTheMonthWhereverItIsCut() {
        report("DOSSIERS_RECEIVED", "2025-04", 40);
        report("DOSSIERS_RECEIVED", "2025-05", 50);
        Period may = Period.parse("2025-05").orElseThrow();
        LocalDate last = LocalDate.of(2025, 5, 14);
        ReportPeriod cut = new ReportPeriod(may, LocalDate.of(2025, 4, 15), last, last.plusDays(3), last.plusDays(5));
        locks.lock(field.ward, cut, 0, null, chairman);

        LockView version = locks.versions(field.ward, cut, chairman).get(0);
        assertThat(locks.compare(field.ward, cut, version, chairman))
                .filteredOn(line -> line.indicator().equals("ONLINE_DOSSIERS")
                        && line.locked().denominator() != null)
                .extracting(line -> line.locked().denominator().intValueExact())
                .containsOnly(50);
    }

    /** Else a value could be stored between the look at the ledger and the look at the figures. */
    @Test
    void holdsReportedValuesAndTargetsBackWhileItLocks() {
        transactions.executeWithoutResult(lock -> {
            counters.holdStill();
            assertThatThrownBy(() -> elsewhere(() -> report(90))).hasMessageContaining("lock timeout");
            assertThatThrownBy(() -> elsewhere(() -> target("VISITS", "2025", Kind.COUNT, 9955, null)))
                    .hasMessageContaining("lock timeout");
        });
    }

    @Test
    void letsNoTeamTakeBackItsReportAtTheMomentItsWardLocks() {
        reports.write(field.team, month, null, WORDS, true, field.leader());

        transactions.executeWithoutResult(lock -> {
            locks.lock(field.ward, period, 0, null, chairman);
            assertThatThrownBy(() -> elsewhere(() -> reports.takeBack(field.team, month, field.leader())))
                    .hasMessageContaining("lock timeout");
        });

        assertThatThrownBy(() -> reports.takeBack(field.team, month, field.leader()))
                .isInstanceOf(RuleBroken.class);
        assertThat(reports.get(field.team, month, field.leader()).status()).isEqualTo(ReportStatus.SUBMITTED);
    }

    @Test
    void writesDownTheQuotaOfAVillageAndOfTheProvinceAbove() {
        String signatures = "DIGITAL_IDENTITY_ACCOUNT_SIGNATURE";
        ReportPeriod march = calendar.of(Period.parse("2025-03").orElseThrow(), field.ward);
        long province = jdbc.sql("insert into unit (level) values ('PROVINCE') returning id")
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into unit_version (unit_id, code, name, full_name, kind, search)
                        values (?, ?, 'Sông Thương', 'Tỉnh Sông Thương', 'TINH', '')
                        """).params(province, "P" + province).update();
        jdbc.sql("insert into unit_closure values (?, ?, 1, '1900-01-01', '9999-12-31')")
                .params(province, field.ward)
                .update();
        locks.lock(field.ward, march, 0, null, chairman);

        ledger.enter(new QuotaChanged(field.village, indicator(signatures), march.named(), null, BigDecimal.TEN));
        ledger.enter(new QuotaChanged(province, indicator(signatures), march.named(), null, BigDecimal.TEN));

        assertThat(entries(march))
                .extracting(LateEntry::reason)
                .containsExactly("Tỉnh Sông Thương", "Phường Thanh Khê");
    }

    private int indicator(String code) {
        return jdbc.sql("select id from indicator where code = ?")
                .param(code)
                .query(Integer.class)
                .single();
    }

    /** In another transaction that does not wait. */
    private void elsewhere(Runnable write) throws Throwable {
        try {
            CompletableFuture.runAsync(() -> transactions.executeWithoutResult(other -> {
                        jdbc.sql("set local lock_timeout = '100ms'").update();
                        write.run();
                    }))
                    .join();
        } catch (CompletionException failed) {
            throw failed.getCause();
        }
    }

    @Test
    void losesNothingThatComesWhileItLocks() throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(5);
        CountDownLatch start = new CountDownLatch(1);
        List<UUID> houses =
                List.of(field.another("Kiệt 9", "1"), field.another("Kiệt 9", "2"), field.another("Kiệt 9", "3"));
        List<Future<?>> all = new java.util.ArrayList<>();
        for (UUID house : houses) {
            all.add(hands.submit(() -> {
                start.await();
                for (int day = 1; day <= 5; day++) {
                    visits.record(field.aVisit().atHousehold(house).at(at(day)).command(), field.leader());
                }
                return null;
            }));
        }
        all.add(hands.submit(() -> {
            start.await();
            for (int amount = 1; amount <= 5; amount++) {
                report(amount);
            }
            return null;
        }));
        all.add(hands.submit(() -> {
            start.await();
            return locks.lock(field.ward, period, 0, null, chairman);
        }));
        start.countDown();
        for (Future<?> one : all) {
            one.get(60, TimeUnit.SECONDS);
        }
        hands.shutdown();

        BigDecimal came = entries().stream()
                .flatMap(entry -> entry.changes().stream())
                .filter(change -> change.nameEn().equals("Visits"))
                .map(LateEntry.Change::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        LockedLine line = visitsLine();
        assertThat(line.now().value()).isEqualByComparingTo("16");
        assertThat(line.locked().value().add(came)).isEqualByComparingTo("16");
        BigDecimal locked = compared("ONLINE_DOSSIERS").locked().denominator();
        long told = entries().stream()
                .flatMap(entry -> entry.changes().stream())
                .filter(LateEntry.Change::reported)
                .count();
        assertThat((locked == null ? 0 : locked.longValueExact()) + told).isEqualTo(5);
    }

    private UUID visit(int dayOfPeriod) {
        UUID id = UUID.randomUUID();
        visits.record(field.aVisit().id(id).at(at(dayOfPeriod)).command(), field.leader());
        return id;
    }

    private Instant at(int dayOfPeriod) {
        LocalDate day = period.first().plusDays(dayOfPeriod - 1L);
        return day.atTime(9, 30).atZone(Days.ZONE).toInstant();
    }

    private void report(int amount) {
        report("DOSSIERS_RECEIVED", month.code(), amount);
    }

    private void report(String measure, String of, int amount) {
        reported.save(
                new ReportedCommand(
                        field.ward,
                        Period.parse(of).orElseThrow(),
                        "Sổ một cửa",
                        LocalDate.now(Days.ZONE),
                        Map.of(measure, Optional.of(BigDecimal.valueOf(amount)))),
                field.officer());
    }

    private void target(String indicator, String of, Kind kind, int amount, String reason) {
        CurrentUser above = new CurrentUser(
                field.officerAccount,
                "admin",
                "Bà Lan",
                Set.of(Role.ADMIN),
                new Scope(true, Set.of(), Set.of(), Set.of(), Set.of()));
        targets.set(
                new TargetCommand(
                        indicator,
                        field.ward,
                        null,
                        Period.parse(of).orElseThrow(),
                        kind,
                        BigDecimal.valueOf(amount),
                        reason),
                above);
    }

    private List<LateEntry> entries() {
        return entries(period);
    }

    private List<LateEntry> entries(ReportPeriod of) {
        return ledger.of(field.ward, of, chairman, new Paging(0, 100)).items();
    }

    /** Names of the measures that moved. */
    private List<String> moved(ReportPeriod of) {
        return entries(of).stream()
                .flatMap(entry -> entry.changes().stream())
                .map(LateEntry.Change::nameEn)
                .toList();
    }

    private String named(String measure) {
        return jdbc.sql("select name_en from measure where code = ?")
                .param(measure)
                .query(String.class)
                .single();
    }

    private LockedLine visitsLine() {
        return compared("VISITS");
    }

    private LockedLine compared(String indicator) {
        return compared(locks.versions(field.ward, period, chairman).get(0), indicator);
    }

    private LockedLine compared(LockView version, String indicator) {
        return locks.compare(field.ward, period, version, chairman).stream()
                .filter(line -> line.indicator().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal visitsIn(TeamReportView report) {
        return report.figures().stream()
                .filter(figure -> figure.indicator().equals("VISITS"))
                .map(ReportFigure::value)
                .findFirst()
                .orElseThrow();
    }
}
