package vn.tungnha.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.SharedApplication;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.Vn;

/**
 * What communes report, recounted by adding up their sheets by hand, in a year in which two of them became one: flows,
 * stocks, population, quotas, scores, and runs of months across the merger.
 */
@Tag("slow")
@SharedApplication
@Transactional
class ReportedRecountTests {

    private static final int LAST_OLD = 6;
    private static final int NEW_CENSUS = 10;
    private static final LocalDate FIRST_NEW = LocalDate.of(2025, 7, 1);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Figures figures;

    private long province;
    private long oldA;
    private long oldB;
    private long merged;
    private long other;

    /** The sheets: unit, measure and month. */
    private final Map<Cell, Integer> sheets = new HashMap<>();

    private record Cell(long unit, String measure, int month) {}

    @BeforeEach
    void twoCommunesThatBecameOne() {
        RawLog log = new RawLog(jdbc);
        LocalDate last = FIRST_NEW.minusDays(1);
        province = log.unit("PROVINCE", "P" + System.nanoTime(), Days.SINCE_EVER, Days.FOREVER);
        oldA = log.unit("COMMUNE", "A" + System.nanoTime(), Days.SINCE_EVER, last);
        oldB = log.unit("COMMUNE", "B" + System.nanoTime(), Days.SINCE_EVER, last);
        merged = log.unit("COMMUNE", "M" + System.nanoTime(), FIRST_NEW, Days.FOREVER);
        other = log.unit("COMMUNE", "O" + System.nanoTime(), Days.SINCE_EVER, Days.FOREVER);
        for (long old : List.of(oldA, oldB)) {
            log.lineage(old, merged, FIRST_NEW, Days.FOREVER);
            log.closure(province, old, 1, Days.SINCE_EVER, last);
        }
        log.closure(province, merged, 1, FIRST_NEW, Days.FOREVER);
        log.closure(province, other, 1, Days.SINCE_EVER, Days.FOREVER);
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7, 8, 9})
    void equalsTheSheetsAddedUpByHand(long seed) {
        Random dice = new Random(seed);
        for (int month = 1; month <= 12; month++) {
            for (long unit : alive(month)) {
                for (String flow : List.of("DOSSIERS_ONLINE", "DOSSIERS_RECEIVED")) {
                    sheet(unit, flow, month, dice.nextInt(300));
                }
                sheet(unit, "ADULTS_BASIC_SKILLS", month, dice.nextInt(900));
                sheet(unit, "DIGITAL_IDENTITY_ACCOUNT_SIGNATURE", month, dice.nextInt(2000));
            }
        }
        for (long unit : List.of(oldA, oldB, other)) {
            sheet(unit, "POPULATION_18", 1, 500 + dice.nextInt(500));
        }
        sheet(merged, "POPULATION_18", NEW_CENSUS, 1500 + dice.nextInt(500));
        Map<Long, Integer> quotas = new HashMap<>();
        for (long unit : List.of(oldA, oldB, merged, other)) {
            quotas.put(unit, 100 + dice.nextInt(900));
            quota(unit, quotas.get(unit));
        }

        for (int i = 0; i < 12; i++) {
            int first = 1 + dice.nextInt(12);
            int last = first + dice.nextInt(13 - first);
            Period run = named(first, last);
            flows(run, first, last);
            stocks(run, last);
            BigDecimal quotaOf = value(other, "DIGITAL_IDENTITY_ACCOUNT_SIGNATURE", run, Structure.then());
            same(quotaOf, of(other, "DIGITAL_IDENTITY_ACCOUNT_SIGNATURE", last), quotas.get(other), "quota " + run);
        }
        Period year = Period.year(2025);
        same(
                value(province, "DIGITAL_IDENTITY_ACCOUNT_SIGNATURE", year, Structure.then()),
                of(merged, "DIGITAL_IDENTITY_ACCOUNT_SIGNATURE", 12)
                        + of(other, "DIGITAL_IDENTITY_ACCOUNT_SIGNATURE", 12),
                quotas.get(merged) + quotas.get(other),
                "quota of the province");
    }

    private void flows(Period run, int first, int last) {
        int online = 0;
        int received = 0;
        int ownOnline = 0;
        int ownReceived = 0;
        for (int month = first; month <= last; month++) {
            for (long unit : alive(month)) {
                online += of(unit, "DOSSIERS_ONLINE", month);
                received += of(unit, "DOSSIERS_RECEIVED", month);
            }
            if (month > LAST_OLD) {
                ownOnline += of(merged, "DOSSIERS_ONLINE", month);
                ownReceived += of(merged, "DOSSIERS_RECEIVED", month);
            }
        }
        same(value(province, "ONLINE_DOSSIERS", run, Structure.then()), online, received, "province " + run);
        same(value(province, "ONLINE_DOSSIERS", run, Structure.on(FIRST_NEW)), online, received, "pinned " + run);
        if (last > LAST_OLD) {
            same(value(merged, "ONLINE_DOSSIERS", run, Structure.then()), ownOnline, ownReceived, "own life " + run);
        }
    }

    private void stocks(Period run, int last) {
        int skilled = 0;
        int people = of(other, "POPULATION_18", 1)
                + (last >= NEW_CENSUS
                        ? of(merged, "POPULATION_18", NEW_CENSUS)
                        : of(oldA, "POPULATION_18", 1) + of(oldB, "POPULATION_18", 1));
        for (long unit : alive(last)) {
            skilled += of(unit, "ADULTS_BASIC_SKILLS", last);
        }
        same(value(province, "ADULTS_BASIC_SKILLS", run, Structure.then()), skilled, people, "stock " + run);
        same(
                value(province, "ADULTS_BASIC_SKILLS", run, Structure.on(FIRST_NEW)),
                skilled,
                people,
                "pinned stock " + run);
    }

    /** 2 points for fees synchronised from 80%, 2 for procedures paid online from 80%, 6 for payments from 100%. */
    @ParameterizedTest
    @CsvSource({
        "40, 50, 10, 20, 30, 60, 2, 1.25, 3",
        "50, 50, 0, 20, 90, 60, 2, 0, 6",
        "10, 100, 4, 5, 0, 10, 0.25, 2, 0"
    })
    void addsUpTheScoreOfPayments(
            int synced, int fees, int paid, int used, int payments, int due, double one, double two, double three) {
        sheet(other, "PROCEDURES_FEE_SYNCED", 5, synced);
        sheet(other, "PROCEDURES_WITH_FEE", 5, fees);
        sheet(other, "PROCEDURES_PAID_ONLINE", 5, paid);
        sheet(other, "PROCEDURES_FEE_USED", 5, used);
        sheet(other, "DOSSIERS_PAID_ONLINE", 5, payments);
        sheet(other, "DOSSIERS_WITH_FEE", 5, due);

        assertThat(value(other, "SCORE_PAYMENTS", Period.month(YearMonth.of(2025, 5)), Structure.then()))
                .isEqualByComparingTo(BigDecimal.valueOf((one + two + three) * 10)
                        .setScale(6, RoundingMode.HALF_UP)
                        .stripTrailingZeros());
    }

    /** Golden rows that nobody published: nothing, more than all, no denominator, not known, and a correction downwards. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"0, 142, '0,00%'", "150, 100, '150,00%'", "5, 0, –", "-, 100, –", "5, -, –", "138, 142, '97,18%'"})
    void printsWhatIsAtTheEdge(@Nullable Integer online, @Nullable Integer received, String printed) {
        if (online != null) {
            sheet(other, "DOSSIERS_ONLINE", 5, online);
        }
        if (received != null) {
            sheet(other, "DOSSIERS_RECEIVED", 5, received);
        }

        assertThat(Vn.vi()
                        .percent(
                                value(other, "ONLINE_DOSSIERS", Period.month(YearMonth.of(2025, 5)), Structure.then()),
                                2))
                .isEqualTo(printed);
    }

    @Test
    void fallsWhereAReportIsCorrectedDownwards() {
        IntStream.rangeClosed(4, 6).forEach(month -> sheet(other, "NEWS_ITEMS", month, 10));
        Period quarter = Period.quarter(2025, 2);
        assertThat(value(other, "NEWS_ITEMS", quarter, Structure.then())).isEqualByComparingTo("30");

        jdbc.sql("update reported_value set replaced_at = now() where unit_id = ? and period = '2025-05'")
                .param(other)
                .update();
        sheet(other, "NEWS_ITEMS", 5, 0);

        assertThat(value(other, "NEWS_ITEMS", quarter, Structure.then())).isEqualByComparingTo("20");
    }

    private List<Long> alive(int month) {
        return month <= LAST_OLD ? List.of(oldA, oldB, other) : List.of(merged, other);
    }

    /** A month, a quarter or the year where these are its months, else the run. */
    private static Period named(int first, int last) {
        if (first == last) {
            return Period.month(YearMonth.of(2025, first));
        }
        return Period.between(
                        LocalDate.of(2025, first, 1), YearMonth.of(2025, last).atEndOfMonth())
                .named();
    }

    private static void same(@Nullable BigDecimal value, int part, int whole, String what) {
        BigDecimal expected = whole == 0
                ? null
                : BigDecimal.valueOf(part)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(whole), MathContext.DECIMAL64);
        if (expected == null) {
            assertThat(value).as(what).isNull();
        } else {
            assertThat(value).as(what).isEqualByComparingTo(expected);
        }
    }

    private @Nullable BigDecimal value(long unit, String indicator, Period period, Structure structure) {
        return figures.values(FigureQuery.ofUnits(
                        List.of(unit), List.of(IndicatorChoice.of(indicator)), List.of(period), structure))
                .get(0)
                .value();
    }

    private int of(long unit, String measure, int month) {
        return sheets.get(new Cell(unit, measure, month));
    }

    private void sheet(long unit, String measure, int month, int amount) {
        YearMonth of = YearMonth.of(2025, month);
        sheets.put(new Cell(unit, measure, month), amount);
        jdbc.sql(
                        "insert into reported_value (unit_id, measure_id, period, first_day, last_day, amount, source, captured_on, "
                                + "entered_at) select ?, id, ?, ?, ?, ?, 'thử', ?, now() from measure where code = ?")
                .params(unit, of.toString(), of.atDay(1), of.atEndOfMonth(), amount, of.atEndOfMonth(), measure)
                .update();
    }

    private void quota(long unit, int amount) {
        Period year = Period.year(2025);
        jdbc.sql(
                        "insert into target (version, indicator_id, unit_id, period, first_day, last_day, amount, kind, entered_at) "
                                + "select 0, id, ?, ?, ?, ?, ?, 'COUNT', now() from indicator where code = 'DIGITAL_IDENTITY_ACCOUNT_SIGNATURE'")
                .params(unit, year.code(), year.first(), year.last(), amount)
                .update();
    }
}
