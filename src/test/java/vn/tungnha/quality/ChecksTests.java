package vn.tungnha.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.quality.Found.Item;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;
import vn.tungnha.visits.FieldFixture;
import vn.tungnha.visits.Visits;

/** Each check finds the one fault that was put there, and nothing in a ward that is in order. */
@Tag("slow")
@SharedApplication
class ChecksTests {

    /** Two residents, not one beside itself. */
    private static final String TWO = "([0-9a-f-]{36})/(?!\\1)[0-9a-f-]{36}";

    @Autowired
    private Checks checks;

    @Autowired
    private Quality quality;

    @Autowired
    private Visits visits;

    @Autowired
    private JdbcClient jdbc;

    private final LocalDate today = LocalDate.now(Days.ZONE);
    private final YearMonth month = YearMonth.from(today.minusDays(10)).minusMonths(1);
    private FieldFixture field;

    @BeforeEach
    void aWardInOrder() {
        field = FieldFixture.in(jdbc);
        visits.record(field.aVisit().command(), field.leader());
    }

    @Test
    void findsNothingInAWardInOrder() {
        report("DOSSIERS_RECEIVED", month.minusMonths(1), 90);
        report("DOSSIERS_RECEIVED", month, 100);

        assertThat(open()).isEmpty();
    }

    @Test
    void findsAReportThatIsMissing() {
        report("DOSSIERS_RECEIVED", month.minusMonths(1), 100);
        report("DOSSIERS_ONLINE", month.minusMonths(1), 90);
        report("DOSSIERS_ONLINE", month, 91);

        Fault fault = only("MISSING_REPORT");
        assertThat(fault.amount()).isEqualByComparingTo("1");
        assertThat(fault.detailVi()).isEqualTo("Hồ sơ tiếp nhận trong kỳ");
    }

    @Test
    void takesUnknownForMissingAndNotForZero() {
        report("DOSSIERS_RECEIVED", month.minusMonths(1), 100);
        report("DOSSIERS_RECEIVED", month, null);

        only("MISSING_REPORT");
    }

    @Test
    void findsAZeroAfterAValue() {
        report("DOSSIERS_RECEIVED", month.minusMonths(1), 100);
        report("DOSSIERS_RECEIVED", month, 0);

        only("ZERO_REPORTED");
    }

    @Test
    void findsAJump() {
        report("DOSSIERS_RECEIVED", month.minusMonths(1), 100);
        report("DOSSIERS_RECEIVED", month, 151);

        Fault fault = only("JUMP");
        assertThat(fault.amount()).isEqualByComparingTo("151");
        assertThat(fault.other()).isEqualByComparingTo("100");
    }

    @Test
    void readsItsThresholdsFromTheirRows() {
        report("DOSSIERS_RECEIVED", month.minusMonths(1), 100);
        report("DOSSIERS_RECEIVED", month, 151);
        jdbc.sql("update quality_check set threshold = 60 where code = 'JUMP'").update();

        try {
            assertThat(open()).isEmpty();
        } finally {
            jdbc.sql("update quality_check set threshold = 50 where code = 'JUMP'")
                    .update();
        }
    }

    @Test
    void findsTheSameFlowThreeMonthsRunning() {
        for (int back = 2; back >= 0; back--) {
            report("DOSSIERS_RECEIVED", month.minusMonths(back), 77);
        }

        assertThat(only("REPEATED").other()).isEqualByComparingTo("3");
    }

    @Test
    void letsAStockStayAsItIs() {
        for (int back = 2; back >= 0; back--) {
            report("PROCEDURES_ELIGIBLE", month.minusMonths(back), 142);
        }

        assertThat(open()).isEmpty();
    }

    @Test
    void findsAPartLargerThanItsWhole() {
        YearMonth last = YearMonth.from(today).minusMonths(1);
        report("PROCEDURES_ELIGIBLE", last, 138);
        report("PROCEDURES_FULLY_ONLINE", last, 142);

        Fault fault = only("ABOVE_DENOMINATOR");
        assertThat(fault.amount()).isEqualByComparingTo("142");
        assertThat(fault.other()).isEqualByComparingTo("138");
    }

    @Test
    void findsMorePeopleThanThereAre() {
        jdbc.sql("""
                        insert into reported_value (unit_id, measure_id, period, first_day, last_day, amount, source, captured_on, entered_at)
                        select ?, id, ?, ?, ?, 2, 'thử', ?, now() from measure where code = 'POPULATION'
                        """)
                .params(
                        field.ward,
                        String.valueOf(today.getYear() - 1),
                        LocalDate.of(today.getYear() - 1, 1, 1),
                        LocalDate.of(today.getYear() - 1, 12, 31),
                        today)
                .update();

        assertThat(of("ABOVE_POPULATION")).singleElement();
    }

    @Test
    void findsAReportOfAPeriodToCome() {
        report("DOSSIERS_RECEIVED", YearMonth.from(today).plusMonths(2), 5);

        only("FUTURE_REPORT");
    }

    @Test
    void findsAVisitFromAClockThatRanAhead() {
        visits.record(field.aVisit().at(Instant.now().plus(3, ChronoUnit.HOURS)).command(), field.leader());

        assertThat(of("FUTURE_DATE")).singleElement();
    }

    @Test
    void findsATeamThatStoppedWorking() {
        jdbc.sql(
                        "update visit set visited_on = visited_on - 40, visited_at = visited_at - interval '40 days' where team_id = ?")
                .param(field.team)
                .update();

        assertThat(only("INACTIVE_TEAM").day()).isNotNull();
    }

    @Test
    void findsFortyVisitsInAnHour() {
        Instant begun = Instant.now().minus(20, ChronoUnit.HOURS);
        for (int visit = 0; visit < 40; visit++) {
            visits.record(field.aVisit().at(begun.plusSeconds(60L * visit)).command(), field.leader());
        }

        assertThat(of("SPEED")).singleElement().satisfies(it -> assertThat(it.amount())
                .isEqualByComparingTo("40"));
    }

    @Test
    void findsOneNumberAtTwoHouseholds() {
        UUID other = household();
        byte[] hash = {1, 2, 3};
        person(other, "Người Thứ Nhất", 1980, hash);
        person(household(), "Người Thứ Hai", 1981, hash);

        assertThat(only("SAME_NUMBER").amount()).isEqualByComparingTo("2");
        assertThat(only("SAME_NUMBER").url()).matches("/duplicates/residents/" + TWO);
    }

    @Test
    void findsOnePersonAtTwoHouseholds() {
        person(household(), "Hồ Thị Tám", 1970, null);
        person(household(), "hồ thị tám", 1970, null);
        person(household(), "Hồ Thị Tám", 1971, null);

        assertThat(only("SAME_PERSON").other()).isEqualByComparingTo("2");
        assertThat(only("SAME_PERSON").url()).matches("/duplicates/residents/" + TWO);
    }

    @Test
    void acceptsAFaultUntilItChanges() {
        report("DOSSIERS_RECEIVED", month.minusMonths(1), 100);
        report("DOSSIERS_RECEIVED", month, 151);
        Fault fault = only("JUMP");
        CurrentUser officer = field.officer();

        assertThatThrownBy(() -> quality.accept(field.ward, "JUMP", fault.subject(), fault.mark(), " ", officer))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> quality.accept(field.ward, "JUMP", fault.subject(), "1/2", "đúng", officer))
                .isInstanceOf(Stale.class);
        assertThatThrownBy(() ->
                        quality.accept(field.ward, "JUMP", fault.subject(), fault.mark(), "đúng", field.stranger()))
                .isInstanceOf(OutOfScope.class);
        quality.accept(field.ward, "JUMP", fault.subject(), fault.mark(), "Nhận thêm hai thôn", officer);

        assertThat(open()).isEmpty();
        assertThat(quality.waiting(officer)).isZero();
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'quality.accepted' and unit_id = ?")
                        .param(field.ward)
                        .query(Integer.class)
                        .single())
                .isOne();
        jdbc.sql("update reported_value set amount = 190 where amount = 151 and unit_id = ?")
                .param(field.ward)
                .update();
        only("JUMP");
    }

    @Test
    void showsTheLeaderOfATeamItsOwnFaultsAndNobodyElses() {
        visits.record(field.aVisit().at(Instant.now().plus(3, ChronoUnit.HOURS)).command(), field.leader());
        UUID own = household();
        person(own, "Hồ Thị Tám", 1970, new byte[] {7, 7});
        UUID other = household();
        long beside = unit("VILLAGE");
        jdbc.sql("insert into unit_closure (ancestor_id, descendant_id, depth, valid_from, valid_to)"
                        + " values (?, ?, 1, '1900-01-01', '9999-12-31')")
                .params(field.ward, beside)
                .update();
        jdbc.sql("update household set village_id = ? where id = ?")
                .params(beside, other)
                .update();
        person(other, "Người Nơi Khác", 1971, new byte[] {7, 7});
        person(other, "Cháu Nơi Khác", today.getYear() + 2, null);

        List<Fault> theirs =
                quality.ofTeams(field.leader()).open().stream().map(Item::fault).toList();

        assertThat(theirs).extracting(Fault::check).containsExactlyInAnyOrder("FUTURE_DATE", "SAME_NUMBER");
        assertThat(theirs)
                .filteredOn(it -> it.check().equals("SAME_NUMBER"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.nameVi()).isEqualTo("Hồ Thị Tám");
                    assertThat(it.url()).isEqualTo("/households/" + own);
                });
    }

    @Test
    void findsAPartLargerThanItsWholeInAQuarterThatOnlyTheQuarterWasReportedFor() {
        Period quarter = Period.of(Period.Grain.QUARTER, today).previous();
        report("DOSSIERS_RECEIVED", quarter, 138);
        report("DOSSIERS_ONLINE", quarter, 142);

        assertThat(of("ABOVE_DENOMINATOR"))
                .extracting(Fault::detailVi)
                .contains(quarter.code())
                .doesNotContain(YearMonth.from(today).minusMonths(1).toString());
    }

    @Test
    void looksAtWhatAProvinceReportedItself() {
        long province = unit("PROVINCE");
        report(province, "DOSSIERS_RECEIVED", Period.month(month.minusMonths(1)), 100);
        report(province, "DOSSIERS_RECEIVED", Period.month(month), 151);

        assertThat(checks.in(List.of(province), Found.CheckView::above).open())
                .extracting(it -> it.fault().check())
                .containsExactly("JUMP");
    }

    @Test
    void findsAJumpInWhatTeamsCounted() {
        YearMonth last = YearMonth.from(today).minusMonths(1);
        counted("VISITS", last.minusMonths(1).atDay(5), 60);
        counted("VISITS", last.atDay(5), 200);

        assertThat(of("FIELD_JUMP")).singleElement().satisfies(it -> assertThat(it.amount())
                .isEqualByComparingTo("200"));
    }

    @Test
    void findsTheSameCountThreeMonthsRunning() {
        for (int back = 1; back <= 3; back++) {
            counted("VISITS", YearMonth.from(today).minusMonths(back).atDay(7), 33);
        }

        assertThat(of("FIELD_REPEATED")).singleElement().satisfies(it -> assertThat(it.other())
                .isEqualByComparingTo("3"));
    }

    @Test
    void comparesTheDaysAProvinceReportsBy() {
        reportsFromTheFifteenth();
        YearMonth name = YearMonth.from(today).minusMonths(today.getDayOfMonth() > 14 ? 0 : 1);
        LocalDate first = name.minusMonths(1).atDay(15);
        counted("VISITS", first.minusMonths(1).plusDays(3), 60);
        counted("VISITS", first.plusDays(20), 200);

        assertThat(of("FIELD_JUMP")).singleElement().satisfies(it -> {
            assertThat(it.amount()).isEqualByComparingTo("200");
            assertThat(it.detailVi()).isEqualTo(name.toString());
        });

        counted("VISITS", first.minusMonths(2).plusDays(20), 60);
        counted("VISITS", first.minusMonths(3).plusDays(3), 60);
        assertThat(of("FIELD_REPEATED")).singleElement().satisfies(it -> assertThat(it.other())
                .isEqualByComparingTo("3"));
    }

    @Test
    void looksAboveTheDenominatorByTheDaysAProvinceReportsBy() {
        reportsFromTheFifteenth();
        YearMonth name = YearMonth.from(today).minusMonths(today.getDayOfMonth() > 14 ? 0 : 1);
        report("PROCEDURES_ELIGIBLE", name, 138);
        report("PROCEDURES_FULLY_ONLINE", name, 142);

        assertThat(of("ABOVE_DENOMINATOR")).extracting(Fault::detailVi).contains(name.toString());
    }

    private void reportsFromTheFifteenth() {
        long province = unit("PROVINCE");
        for (long under : List.of(province, field.ward, field.village)) {
            jdbc.sql("insert into unit_closure values (?, ?, 1, '1900-01-01', '9999-12-31')")
                    .params(province, under)
                    .update();
        }
        jdbc.sql("insert into reporting_calendar (province_id, valid_from, cut_off, team_days, ward_days) "
                        + "values (?, '2020-01-01', 'MID_MONTH', 3, 5)")
                .param(province)
                .update();
    }

    @Test
    void doesNotCompareAQuarterWithAMonth() {
        report(field.ward, "DOSSIERS_RECEIVED", Period.month(YearMonth.of(today.getYear(), 6)), 100);
        report(field.ward, "DOSSIERS_RECEIVED", Period.quarter(today.getYear(), 3), 300);

        assertThat(of("JUMP")).isEmpty();
    }

    private long unit(String level) {
        return jdbc.sql("insert into unit (level) values (?) returning id")
                .param(level)
                .query(Long.class)
                .single();
    }

    private void counted(String measure, LocalDate day, int amount) {
        jdbc.sql("""
                        insert into figure_daily (unit_id, measure_id, grain, day, amount)
                        select :village, id, 'DAY', :day, :amount from measure where code = :code
                        """)
                .param("village", field.village)
                .param("day", day)
                .param("amount", amount)
                .param("code", measure)
                .update();
    }

    private List<Fault> open() {
        return checks.in(List.of(field.ward)).open().stream().map(Item::fault).toList();
    }

    private List<Fault> of(String check) {
        return open().stream().filter(it -> it.check().equals(check)).toList();
    }

    private Fault only(String check) {
        List<Fault> found = open();
        assertThat(found).extracting(Fault::check).containsExactly(check);
        return found.get(0);
    }

    private void report(String measure, YearMonth of, @Nullable Integer amount) {
        report(measure, Period.month(of), amount);
    }

    private void report(String measure, Period of, @Nullable Integer amount) {
        report(field.ward, measure, of, amount);
    }

    private void report(long unit, String measure, Period of, @Nullable Integer amount) {
        jdbc.sql("""
                        insert into reported_value (unit_id, measure_id, period, first_day, last_day, amount, source, captured_on, entered_at)
                        select :unit, id, :period, :first, :last, :amount, 'thử', :captured, now() from measure where code = :code
                        """)
                .param("unit", unit)
                .param("period", of.code())
                .param("first", of.first())
                .param("last", of.last())
                .param("amount", amount, Types.NUMERIC)
                .param("captured", today)
                .param("code", measure)
                .update();
    }

    private UUID household() {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into household (id, version, kind, village_id, alley, number, sort_key, search, status,
                                               registered_on, created_at)
                        values (?, 0, 'HOUSEHOLD', ?, 'Kiệt 5', '1', '1', '1', 'ACTIVE', '2024-01-01', now())
                        """).params(id, field.village).update();
        return id;
    }

    private void person(UUID household, String name, int born, byte @Nullable [] hash) {
        jdbc.sql("""
                        insert into resident (id, version, household_id, name, birth_year, householder, status, citizen_hash, created_at)
                        values (?, 0, ?, ?, ?, true, 'PRESENT', ?, now())
                        """).params(UUID.randomUUID(), household, name, born, hash).update();
    }
}
