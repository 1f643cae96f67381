package vn.tungnha.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.SharedApplication;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Period;

/** A province of two communes, one of which was two until the end of June 2025. */
@SharedApplication
@Transactional
class FiguresTests {

    private static final LocalDate LAST_OLD = LocalDate.of(2025, 6, 30);
    private static final LocalDate FIRST_NEW = LocalDate.of(2025, 7, 1);
    private static final LocalDate MAY = LocalDate.of(2025, 5, 20);
    private static final LocalDate SEPTEMBER = LocalDate.of(2025, 9, 10);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Counters counters;

    @Autowired
    private Figures figures;

    @Autowired
    private SeriesAcross across;

    private RawLog log;
    private long province;
    private long oldA;
    private long oldB;
    private long merged;
    private long other;
    private long villageA;
    private long villageB;
    private long villageC;
    private long teamA;
    private UUID householdA;
    private UUID householdB;
    private UUID residentA;

    @BeforeEach
    void aSmallTree() {
        log = new RawLog(jdbc);
        province = log.unit("PROVINCE", "P", Days.SINCE_EVER, Days.FOREVER);
        oldA = log.unit("COMMUNE", "A", Days.SINCE_EVER, LAST_OLD);
        oldB = log.unit("COMMUNE", "B", Days.SINCE_EVER, LAST_OLD);
        merged = log.unit("COMMUNE", "M", FIRST_NEW, Days.FOREVER);
        other = log.unit("COMMUNE", "O", Days.SINCE_EVER, Days.FOREVER);
        log.lineage(oldA, merged, FIRST_NEW, Days.FOREVER);
        log.lineage(oldB, merged, FIRST_NEW, Days.FOREVER);
        for (long old : List.of(oldA, oldB)) {
            log.closure(province, old, 1, Days.SINCE_EVER, LAST_OLD);
        }
        log.closure(province, merged, 1, FIRST_NEW, Days.FOREVER);
        log.closure(province, other, 1, Days.SINCE_EVER, Days.FOREVER);
        villageA = villageOf(oldA, "VA");
        villageB = villageOf(oldB, "VB");
        villageC = log.unit("VILLAGE", "VC", Days.SINCE_EVER, Days.FOREVER);
        log.closure(other, villageC, 1, Days.SINCE_EVER, Days.FOREVER);
        log.closure(province, villageC, 2, Days.SINCE_EVER, Days.FOREVER);
        teamA = log.team(villageA, LocalDate.of(2024, 1, 1));
        long teamB = log.team(villageB, LocalDate.of(2024, 1, 1));
        householdA = household(villageA);
        householdB = household(villageB);
        residentA = UUID.randomUUID();
        log.resident(residentA, householdA, 1980, LocalDate.of(2024, 1, 1));
        visit(householdA, teamA, MAY, "MET");
        visit(householdA, teamA, SEPTEMBER, "MET");
        visit(householdB, teamB, SEPTEMBER, "ABSENT");
        UUID activation = visit(householdA, teamA, MAY.plusDays(1), "MET");
        log.activation(activation, residentA, "E_ID_L2", "ACTIVATED");
        counters.refill();
    }

    @Test
    void showsEachDaysFlowUnderThatDaysTree() {
        assertThat(number(province, "VISITS", "2025", Structure.then())).isEqualTo(4);
        assertThat(number(oldA, "VISITS", "2025", Structure.then())).isEqualTo(2);
        assertThat(number(oldB, "VISITS", "2025-05", Structure.then())).isZero();
        assertThat(number(merged, "VISITS", "2025", Structure.then())).isEqualTo(2);
        assertThat(value(merged, "VISITS", "2025-05", Structure.then()).value()).isNull();
    }

    @Test
    void restatesTheWholePastUnderTodaysTree() {
        Structure now = Structure.on(LocalDate.of(2026, 1, 1));

        assertThat(number(merged, "VISITS", "2025", now)).isEqualTo(4);
        assertThat(number(merged, "VISITS", "2025-05", now)).isEqualTo(2);
        assertThat(number(province, "VISITS", "2025", now)).isEqualTo(4);
        assertThat(value(oldA, "VISITS", "2025", now).value()).isNull();
    }

    @Test
    void countsAHouseholdOncePerPeriodOfEachGrain() {
        assertThat(number(province, "HOUSEHOLDS_KNOCKED", "2025", Structure.then()))
                .isEqualTo(2);
        assertThat(number(province, "HOUSEHOLDS_KNOCKED", "2025-05", Structure.then()))
                .isEqualTo(1);
        assertThat(number(province, "HOUSEHOLDS_KNOCKED", "2025-Q3", Structure.then()))
                .isEqualTo(2);
        assertThat(number(province, "HOUSEHOLDS_REACHED", "2025", Structure.then()))
                .isEqualTo(1);
    }

    @Test
    void countsDistinctOverAnyRunOfDays() {
        Period run = Period.between(LocalDate.of(2025, 5, 1), LocalDate.of(2025, 9, 30));

        assertThat(value(province, "HOUSEHOLDS_KNOCKED", run, Structure.then()).value())
                .isEqualByComparingTo("2");
        assertThat(value(province, "HOUSEHOLDS_REACHED", run, Structure.then()).value())
                .isEqualByComparingTo("1");
        assertThat(value(oldA, "HOUSEHOLDS_REACHED", run, Structure.then()).value())
                .isEqualByComparingTo("1");
        assertThat(value(merged, "HOUSEHOLDS_REACHED", run, Structure.then()).value())
                .as("met before the merger first, as a calendar period counts it")
                .isEqualByComparingTo("0");
    }

    @Test
    void countsARunOfDaysAsTheMonthItIs() {
        LocalDate june = MAY.plusMonths(1);
        UUID met = visit(householdB, teamA, june, "MET");
        jdbc.sql("update visit set place = 'DESK', desk_id = :desk where id = :id")
                .param("desk", desk(teamA, villageA, june))
                .param("id", met)
                .update();
        long counting = log.team(villageC, LocalDate.of(2024, 1, 1));
        jdbc.sql(
                        "insert into desk_count (id, desk_id, counted_at, body_hash, received_at) values (:id, :desk, now(), '', now())")
                .param("id", UUID.randomUUID())
                .param("desk", desk(counting, villageC, june))
                .update();
        counters.refill();

        assertThat(june("HOUSEHOLDS_REACHED")).containsExactly("0", "0");
        assertThat(june("HOUSEHOLDS_KNOCKED")).containsExactly("0", "0");
        assertThat(june("TEAMS_ACTIVE")).containsExactly("2", "2");
    }

    /** Of June as a month, and as a run from its first day to its last. */
    private List<String> june(String indicator) {
        Period run = Period.between(LocalDate.of(2025, 6, 1), LocalDate.of(2025, 6, 30));
        return Stream.of(Period.parse("2025-06").orElseThrow(), run)
                .map(period -> value(province, indicator, period, Structure.then()))
                .map(value -> String.valueOf(value.numerator()))
                .toList();
    }

    private UUID desk(long team, long village, LocalDate day) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into desk (id, team_id, village_id, name, held_on, started_at, created_at) "
                        + "values (:id, :team, :village, 'Bàn', :day, now(), now())")
                .param("id", id)
                .param("team", team)
                .param("village", village)
                .param("day", day)
                .update();
        return id;
    }

    @Test
    void knowsHoldersOnTheLastDayOfThePeriod() {
        population(oldA, "POPULATION_18", "2025", 10);

        assertThat(value(oldA, "E_ID_L2_ACTIVATED", "2025-04", Structure.then()).numerator())
                .isEqualByComparingTo("0");
        IndicatorValue may = value(oldA, "E_ID_L2_ACTIVATED", "2025-05", Structure.then());
        assertThat(may.numerator()).isEqualByComparingTo("1");
        assertThat(may.denominator()).isEqualByComparingTo("10");
        assertThat(may.value()).isEqualByComparingTo("10");
        assertThat(may.previous()).isEqualByComparingTo("0");
    }

    @Test
    void knowsHoldersOfAUnitThatEndedWithinThePeriodOnItsLastDay() {
        long village = log.unit("VILLAGE", "VE", Days.SINCE_EVER, LAST_OLD);
        log.closure(oldA, village, 1, Days.SINCE_EVER, LAST_OLD);
        log.closure(province, village, 2, Days.SINCE_EVER, LAST_OLD);
        log.lineage(village, villageA, FIRST_NEW, Days.FOREVER);
        UUID moved = household(village);
        holder(moved, MAY);
        log.moveHousehold(moved, villageA, FIRST_NEW);
        holder(householdA, SEPTEMBER);
        counters.refill();

        for (String period : List.of("2025", "2025-06", "2025-Q2")) {
            assertThat(holders(village, period)).as("village in " + period).isEqualByComparingTo("1");
            assertThat(holders(oldA, period)).as("commune in " + period).isEqualByComparingTo("2");
        }
        assertThat(holders(merged, "2025")).isEqualByComparingTo("3");
        assertThat(holders(province, "2025")).isEqualByComparingTo("3");
    }

    private BigDecimal holders(long unit, String period) {
        return value(unit, "E_ID_L2_ACTIVATED", period, Structure.then()).numerator();
    }

    private void holder(UUID household, LocalDate day) {
        UUID resident = UUID.randomUUID();
        log.resident(resident, household, 1980, LocalDate.of(2024, 1, 1));
        log.activation(visit(household, teamA, day, "MET"), resident, "E_ID_L2", "ACTIVATED");
    }

    @Test
    void addsTheReportsOfAUnitThatEndedAsFarAsItLived() {
        for (String month : List.of("2025-04", "2025-05", "2025-06")) {
            reported(oldA, "DOSSIERS_RECEIVED", month, 100);
            reported(oldA, "DOSSIERS_ONLINE", month, 60);
        }
        Period run = Period.between(LocalDate.of(2025, 4, 1), LocalDate.of(2025, 9, 30));

        assertThat(value(oldA, "ONLINE_DOSSIERS", run, Structure.then()).numerator())
                .isEqualByComparingTo("180");
        assertThat(value(oldA, "ONLINE_DOSSIERS", "2025", Structure.then()).numerator())
                .as("of the first quarter nothing is known")
                .isNull();
    }

    @Test
    void readsReportsAndTargetsOfTheMonthWhoseNameTheDaysBear() {
        for (String month : List.of("2024-07", "2024-08", "2024-09", "2024-10")) {
            reported(oldA, "DOSSIERS_RECEIVED", month, 100 + Integer.parseInt(month.substring(5)));
            reported(oldA, "PROCEDURES_ELIGIBLE", month, 140 + Integer.parseInt(month.substring(5)));
        }
        target(oldA, "ONLINE_DOSSIERS", "2024-10", "RATE", 70);
        target(oldA, "DIGITAL_IDENTITY_ACCOUNT_SIGNATURE", "2024", "COUNT", 9955);
        Period october = Period.between(LocalDate.of(2024, 9, 15), LocalDate.of(2024, 10, 14));
        Period quarter = Period.between(LocalDate.of(2024, 6, 15), LocalDate.of(2024, 9, 14));

        IndicatorValue month = value(oldA, "ONLINE_DOSSIERS", october, Structure.then());
        assertThat(month.denominator()).isEqualByComparingTo("110");
        assertThat(month.target()).isEqualByComparingTo("70");
        assertThat(value(oldA, "ONLINE_DOSSIERS", quarter, Structure.then()).denominator())
                .isEqualByComparingTo("324");
        assertThat(value(oldA, "PROCEDURES_FULLY_ONLINE", october, Structure.then())
                        .denominator())
                .isEqualByComparingTo("150");
        assertThat(value(oldA, "DIGITAL_IDENTITY_ACCOUNT_SIGNATURE", october, Structure.then())
                        .denominator())
                .isEqualByComparingTo("9955");
        Period odd = Period.between(LocalDate.of(2024, 7, 10), LocalDate.of(2024, 9, 20));
        assertThat(value(oldA, "ONLINE_DOSSIERS", odd, Structure.then()).denominator())
                .as("nobody reports for such days")
                .isNull();
    }

    @Test
    void addsQuartersUpToARunAndHoldsItAgainstTheYearsTarget() {
        reported(oldA, "DOSSIERS_RECEIVED", "2024-Q1", 300);
        reported(oldA, "DOSSIERS_RECEIVED", "2024-Q2", 200);
        reported(oldA, "DOSSIERS_RECEIVED", "2024-07", 50);
        target(oldA, "ONLINE_DOSSIERS", "2024", "RATE", 70);
        target(oldA, "DIGITAL_IDENTITY_ACCOUNT_SIGNATURE", "2024", "COUNT", 9955);
        target(oldA, "VISITS", "2024", "COUNT", 1000);
        LocalDate january = LocalDate.of(2024, 1, 1);
        Period half = Period.between(january, LocalDate.of(2024, 6, 30));
        Period seven = Period.between(january, LocalDate.of(2024, 7, 31));

        IndicatorValue dossiers = value(oldA, "ONLINE_DOSSIERS", half, Structure.then());
        assertThat(dossiers.denominator()).isEqualByComparingTo("500");
        assertThat(dossiers.target()).isEqualByComparingTo("70");
        assertThat(dossiers.targetPeriod()).isEqualTo("2024");
        assertThat(value(oldA, "ONLINE_DOSSIERS", seven, Structure.then()).denominator())
                .isEqualByComparingTo("550");
        assertThat(value(oldA, "DIGITAL_IDENTITY_ACCOUNT_SIGNATURE", half, Structure.then())
                        .denominator())
                .isEqualByComparingTo("9955");
        assertThat(value(oldA, "VISITS", half, Structure.then()).target())
                .as("what adds up day by day has no share of the year's target")
                .isNull();
        Period twoYears = Period.between(LocalDate.of(2023, 7, 1), LocalDate.of(2024, 6, 30));
        assertThat(value(oldA, "ONLINE_DOSSIERS", twoYears, Structure.then()).target())
                .isNull();
    }

    @Test
    void leavesOutCommunesThatLackAPartAndSaysSo() {
        population(other, "POPULATION_18", "2025", 50);
        population(merged, "POPULATION_18", "2025-08", 20);

        IndicatorValue whole = value(province, "E_ID_L2_ACTIVATED", "2025-09", Structure.then());
        assertThat(whole.denominator()).isEqualByComparingTo("20");
        assertThat(whole.coverage()).isEqualTo(new Coverage(1, 2));

        log.household(UUID.randomUUID(), villageC, LocalDate.of(2024, 1, 1));
        counters.refill();
        whole = value(province, "E_ID_L2_ACTIVATED", "2025-09", Structure.then());
        assertThat(whole.denominator()).isEqualByComparingTo("70");
        assertThat(whole.coverage()).isNull();

        jdbc.sql("delete from reported_value where unit_id = :u")
                .param("u", other)
                .update();
        whole = value(province, "E_ID_L2_ACTIVATED", "2025-09", Structure.then());
        assertThat(whole.denominator()).isEqualByComparingTo("20");
        assertThat(whole.coverage()).isEqualTo(new Coverage(1, 2));
        assertThat(whole.value()).isEqualByComparingTo("5");
    }

    @Test
    void addsThePopulationOfMergedCommunesUntilTheNewOneHasItsOwn() {
        population(oldA, "POPULATION_18", "2024", 10);
        population(oldB, "POPULATION_18", "2024", 30);
        assertThat(denominator(merged, "E_ID_L2_ACTIVATED", "2025-09")).isEqualByComparingTo("40");

        population(merged, "POPULATION_18", "2025-08", 44);
        assertThat(denominator(merged, "E_ID_L2_ACTIVATED", "2025-09")).isEqualByComparingTo("44");
    }

    @Test
    void addsReportedFlowsOnlyWhenEveryMonthIsThere() {
        reported(oldA, "DOSSIERS_RECEIVED", "2025-01", 100);
        reported(oldA, "DOSSIERS_ONLINE", "2025-01", 60);
        reported(oldA, "DOSSIERS_RECEIVED", "2025-02", 100);
        reported(oldA, "DOSSIERS_ONLINE", "2025-02", 80);
        assertThat(value(oldA, "ONLINE_DOSSIERS", "2025-Q1", Structure.then()).value())
                .isNull();

        reported(oldA, "DOSSIERS_RECEIVED", "2025-03", 200);
        reported(oldA, "DOSSIERS_ONLINE", "2025-03", 100);
        IndicatorValue quarter = value(oldA, "ONLINE_DOSSIERS", "2025-Q1", Structure.then());
        assertThat(quarter.numerator()).isEqualByComparingTo("240");
        assertThat(quarter.value()).isEqualByComparingTo("60");

        reported(oldA, "DOSSIERS_ONLINE", "2025-Q1", 300);
        assertThat(value(oldA, "ONLINE_DOSSIERS", "2025-Q1", Structure.then()).value())
                .isEqualByComparingTo("75");
    }

    @Test
    void showsProceduresOfAHigherUnitOnlyWhenItReportedThemItself() {
        reported(oldA, "PROCEDURES_FULLY_ONLINE", "2024-09", 138);
        reported(oldA, "PROCEDURES_ELIGIBLE", "2024-09", 142);

        IndicatorValue ward = value(oldA, "PROCEDURES_FULLY_ONLINE", "2024-09", Structure.then());
        assertThat(ward.value().setScale(2, java.math.RoundingMode.HALF_UP)).isEqualByComparingTo("97.18");
        assertThat(value(province, "PROCEDURES_FULLY_ONLINE", "2024-09", Structure.then())
                        .value())
                .isNull();
    }

    @Test
    void takesTheQuotaFromTheCountTargetAndDoesNotCapTheRate() {
        reported(oldA, "DIGITAL_IDENTITY_ACCOUNT_SIGNATURE", "2024-09", 13781);
        target(oldA, "DIGITAL_IDENTITY_ACCOUNT_SIGNATURE", "2024", "COUNT", 9955);

        IndicatorValue value = value(oldA, "DIGITAL_IDENTITY_ACCOUNT_SIGNATURE", "2024-09", Structure.then());
        assertThat(value.denominator()).isEqualByComparingTo("9955");
        assertThat(value.value().setScale(2, java.math.RoundingMode.HALF_UP)).isEqualByComparingTo("138.43");
        IndicatorValue whole = value(province, "DIGITAL_IDENTITY_ACCOUNT_SIGNATURE", "2024-09", Structure.then());
        assertThat(whole.denominator()).isEqualByComparingTo("9955");
        assertThat(whole.coverage()).isEqualTo(new Coverage(1, 3));
    }

    @Test
    void addsTheQuotasOfMergedUnitsInTheTreeOfTodayAndSaysSo() {
        String signatures = "DIGITAL_IDENTITY_ACCOUNT_SIGNATURE";
        for (long old : List.of(oldA, oldB)) {
            jdbc.sql("insert into unit_succession (from_id, to_id, kind, effective) values (?, ?, 'WHOLE', ?)")
                    .params(old, merged, FIRST_NEW)
                    .update();
            reported(old, signatures, "2024-09", 600);
        }
        target(oldA, signatures, "2024", "COUNT", 300);
        target(oldB, signatures, "2024", "COUNT", 500);
        Structure now = Structure.on(LocalDate.of(2026, 1, 1));

        IndicatorValue value = value(merged, signatures, "2024-09", now);
        assertThat(value.denominator()).isEqualByComparingTo("800");
        assertThat(value.value()).isEqualByComparingTo("150");
        assertThat(value.target()).isEqualByComparingTo("100");
        assertThat(value.targetCarried()).isTrue();
        assertThat(value(province, signatures, "2024-09", now).denominator()).isEqualByComparingTo("800");
        IndicatorValue before = value(oldA, signatures, "2024-09", Structure.then());
        assertThat(before.denominator()).isEqualByComparingTo("300");
        assertThat(before.targetCarried()).isFalse();
    }

    @Test
    void showsAStatedFigureOnlyWhereNothingElseIsKnown() {
        stated(other, "ONLINE_DOSSIERS", "2023", "90", null, "OVER");
        stated(other, "DIGITAL_SIGNATURE", "2023", null, "250", "ALMOST");

        IndicatorValue rate = value(other, "ONLINE_DOSSIERS", "2023", Structure.then());
        assertThat(rate.value()).isEqualByComparingTo("90");
        assertThat(rate.source()).isEqualTo(MeasureView.Source.STATED);
        assertThat(rate.qualifier()).isEqualTo("OVER");
        assertThat(rate.numerator()).isNull();
        IndicatorValue count = value(other, "DIGITAL_SIGNATURE", "2023", Structure.then());
        assertThat(count.kind()).isEqualTo(IndicatorDefinition.Kind.COUNT);
        assertThat(count.value()).isEqualByComparingTo("250");

        reported(other, "DOSSIERS_RECEIVED", "2023", 10);
        reported(other, "DOSSIERS_ONLINE", "2023", 5);
        rate = value(other, "ONLINE_DOSSIERS", "2023", Structure.then());
        assertThat(rate.value()).isEqualByComparingTo("50");
        assertThat(rate.stated()).isNotNull();
        assertThat(rate.qualifier()).isNull();
    }

    @Test
    void showsWhatATeamLoggedAndItsActivity() {
        var values = figures.values(FigureQuery.ofTeams(
                List.of(teamA),
                List.of(IndicatorChoice.of("VISITS"), IndicatorChoice.of("HOUSEHOLDS_COVERAGE")),
                List.of(Period.parse("2025").orElseThrow())));

        assertThat(values.get(0).value()).isEqualByComparingTo("3");
        assertThat(values.get(1).value()).isEqualByComparingTo("100");
        assertThat(number(province, "TEAMS_ACTIVE", "2025", Structure.then())).isEqualTo(100);
        assertThat(number(province, "TEAMS_ACTIVE", "2025-05", Structure.then()))
                .isEqualTo(50);
    }

    @Test
    void answersToTheOtherNameOfAnIndicator() {
        IndicatorValue value = value(oldA, "SMARTPHONES_14_PLUS", "2025", Structure.then());

        assertThat(value.indicator()).isEqualTo("SMARTPHONES");
        assertThat(value.variant().code()).isEqualTo("AGE_14");
        assertThat(value.numerator()).isEqualByComparingTo("1");
    }

    @Test
    void drawsOneLineAcrossTheFoundingOfAUnit() {
        List<Period> periods = List.of(
                Period.parse("2025-05").orElseThrow(),
                Period.parse("2025-06").orElseThrow(),
                Period.parse("2025-09").orElseThrow());
        FigureQuery query = FigureQuery.ofUnits(
                List.of(merged, other), List.of(IndicatorChoice.of("VISITS")), periods, Structure.then());

        assertThat(figures.values(query))
                .element(0)
                .extracting(IndicatorValue::value)
                .isNull();
        assertThat(across.values(query))
                .extracting(it -> it.place() + " " + it.period().code() + " " + plain(it.value()))
                .containsExactly(
                        merged + " 2025-05 2",
                        other + " 2025-05 -",
                        merged + " 2025-06 0",
                        other + " 2025-06 -",
                        merged + " 2025-09 2",
                        other + " 2025-09 -");
        assertThat(SeriesAcross.breakAt(periods, FIRST_NEW)).hasValue(2);
        assertThat(SeriesAcross.breakAt(periods, LAST_OLD.plusYears(3))).isEmpty();
    }

    @Test
    void countsVillagesAndThoseThatSomeTeamLooksAfter() {
        long second = log.team(villageA, LocalDate.of(2025, 1, 1));
        jdbc.sql("update team set ended_on = '2025-08-31' where id in (?, ?)")
                .params(teamA, second)
                .update();

        assertThat(parts(oldA, "VILLAGES_WITH_TEAM", "2025-05", Structure.then()))
                .isEqualTo("1/1");
        assertThat(parts(merged, "VILLAGES_WITH_TEAM", "2025-08", Structure.then()))
                .isEqualTo("2/2");
        assertThat(parts(merged, "VILLAGES_WITH_TEAM", "2025-09", Structure.then()))
                .isEqualTo("1/2");
        assertThat(parts(province, "VILLAGES_WITH_TEAM", "2025-05", Structure.then()))
                .isEqualTo("2/3");
        assertThat(parts(merged, "VILLAGES_WITH_TEAM", "2025-05", Structure.on(FIRST_NEW)))
                .isEqualTo("2/2");
        assertThat(parts(other, "VILLAGES_WITH_TEAM", "2025-05", Structure.then()))
                .isEqualTo("0/1");
    }

    @Test
    void countsMembersFromTheDayTheyWereTrainedOn() {
        for (String trained : new String[] {"2025-05-10", null}) {
            jdbc.sql(
                            "insert into team_member (id, team_id, version, name, sort_key, role, joined_on, trained_on) "
                                    + "values (gen_random_uuid(), :team, 0, 'A', 'a', 'MEMBER', '2024-01-01', cast(:trained as date))")
                    .param("team", teamA)
                    .param("trained", trained)
                    .update();
        }
        counters.refill();

        assertThat(parts(oldA, "MEMBERS_TRAINED", "2025-04", Structure.then())).isEqualTo("0/2");
        assertThat(parts(oldA, "MEMBERS_TRAINED", "2025-05", Structure.then())).isEqualTo("1/2");
        assertThat(parts(merged, "MEMBERS_TRAINED", "2025-05", Structure.on(FIRST_NEW)))
                .isEqualTo("1/2");
    }

    @Test
    void countsReportsThatCameInTimeOfThoseThatWereDue() {
        handedIn(teamA, "2025-05", "2025-06-03T16:00:00Z");
        handedIn(teamA, "2025-06", "2025-07-03T18:00:00Z");

        assertThat(parts(oldA, "TEAMS_REPORTING_ON_TIME", "2025-05", Structure.then()))
                .isEqualTo("1/1");
        assertThat(parts(oldB, "TEAMS_REPORTING_ON_TIME", "2025-05", Structure.then()))
                .isEqualTo("0/1");
        assertThat(parts(province, "TEAMS_REPORTING_ON_TIME", "2025-Q2", Structure.then()))
                .isEqualTo("1/4");
        assertThat(parts(merged, "TEAMS_REPORTING_ON_TIME", "2025-Q2", Structure.on(FIRST_NEW)))
                .isEqualTo("1/4");
        assertThat(value(oldA, "TEAMS_REPORTING_ON_TIME", "2025-04", Structure.then())
                        .value())
                .as("nobody reported here then")
                .isNull();
        IndicatorValue team = figures.values(FigureQuery.ofTeams(
                        List.of(teamA),
                        List.of(IndicatorChoice.of("TEAMS_REPORTING_ON_TIME")),
                        List.of(Period.parse("2025-Q2").orElseThrow())))
                .get(0);
        assertThat(team.value()).isEqualByComparingTo("50");
    }

    /** With the days the form has: three after the month, in Asia/Ho_Chi_Minh. */
    private void handedIn(long team, String month, String at) {
        Period days = Period.parse(month).orElseThrow();
        jdbc.sql("insert into team_report (version, team_id, period, first_day, last_day, status, submitted_at) "
                        + "values (0, :team, :period, :first, :last, 'APPROVED', cast(:at as timestamptz))")
                .param("team", team)
                .param("period", month)
                .param("first", days.first())
                .param("last", days.last())
                .param("at", at)
                .update();
    }

    private String parts(long unit, String indicator, String period, Structure structure) {
        IndicatorValue value = value(unit, indicator, period, structure);
        return plain(value.numerator()) + "/" + plain(value.denominator());
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "-" : number.stripTrailingZeros().toPlainString();
    }

    private long villageOf(long old, String code) {
        long village = log.unit("VILLAGE", code, Days.SINCE_EVER, Days.FOREVER);
        log.closure(old, village, 1, Days.SINCE_EVER, LAST_OLD);
        log.closure(merged, village, 1, FIRST_NEW, Days.FOREVER);
        log.closure(province, village, 2, Days.SINCE_EVER, Days.FOREVER);
        return village;
    }

    private UUID household(long village) {
        UUID id = UUID.randomUUID();
        log.household(id, village, LocalDate.of(2024, 1, 1));
        return id;
    }

    private UUID visit(UUID household, long team, LocalDate day, String outcome) {
        UUID id = UUID.randomUUID();
        log.visit(id, household, team, day, outcome);
        log.guided(id, Set.of());
        return id;
    }

    private void population(long unit, String measure, String period, int amount) {
        reported(unit, measure, period, amount);
    }

    private void reported(long unit, String measure, String period, int amount) {
        Period days = Period.parse(period).orElseThrow();
        jdbc.sql(
                        "insert into reported_value (unit_id, measure_id, period, first_day, last_day, amount, source, captured_on, entered_at) "
                                + "values (:u, (select id from measure where code = :m), :p, :f, :l, :a, 'thử', :l, now())")
                .param("u", unit)
                .param("m", measure)
                .param("p", period)
                .param("f", days.first())
                .param("l", days.last())
                .param("a", amount)
                .update();
    }

    private void target(long unit, String indicator, String period, String kind, int amount) {
        Period days = Period.parse(period).orElseThrow();
        jdbc.sql(
                        "insert into target (version, indicator_id, unit_id, period, first_day, last_day, amount, kind, entered_at) "
                                + "values (0, (select id from indicator where code = :i), :u, :p, :f, :l, :a, :k, now())")
                .param("i", indicator)
                .param("u", unit)
                .param("p", period)
                .param("f", days.first())
                .param("l", days.last())
                .param("a", amount)
                .param("k", kind)
                .update();
    }

    private void stated(long unit, String indicator, String period, String value, String numerator, String qualifier) {
        Period days = Period.parse(period).orElseThrow();
        jdbc.sql(
                        "insert into stated_figure (unit_id, indicator_id, period, first_day, last_day, value, numerator, qualifier, stated_as, source) "
                                + "values (:u, (select id from indicator where code = :i), :p, :f, :l, cast(:v as numeric), cast(:n as numeric), :q, 'câu', 'báo')")
                .param("u", unit)
                .param("i", indicator)
                .param("p", period)
                .param("f", days.first())
                .param("l", days.last())
                .param("v", value)
                .param("n", numerator)
                .param("q", qualifier)
                .update();
    }

    private IndicatorValue value(long unit, String indicator, String period, Structure structure) {
        return value(unit, indicator, Period.parse(period).orElseThrow(), structure);
    }

    private IndicatorValue value(long unit, String indicator, Period period, Structure structure) {
        return figures.values(FigureQuery.ofUnits(
                        List.of(unit), List.of(IndicatorChoice.of(indicator)), List.of(period), structure))
                .get(0);
    }

    private long number(long unit, String indicator, String period, Structure structure) {
        BigDecimal value = value(unit, indicator, period, structure).value();
        assertThat(value).as(indicator + " " + period).isNotNull();
        return value.longValueExact();
    }

    private BigDecimal denominator(long unit, String indicator, String period) {
        return value(unit, indicator, period, Structure.then()).denominator();
    }
}
