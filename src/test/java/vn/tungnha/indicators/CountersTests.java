package vn.tungnha.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tungnha.SharedApplication;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.LiveFigures.Touched;
import vn.tungnha.shared.Period;

@SharedApplication
class CountersTests {

    private static final LocalDate DAY = LocalDate.of(2024, 9, 10);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Counters counters;

    @Autowired
    private Reconcile reconcile;

    @Autowired
    private MeasureCounts counts;

    @Autowired
    private Figures figures;

    private RawLog log;
    private long village;
    private long other;
    private long team;
    private UUID household;
    private UUID resident;

    @BeforeEach
    void aHousehold() {
        log = new RawLog(jdbc);
        village = log.unit("VILLAGE", "V" + System.nanoTime(), Days.SINCE_EVER, Days.FOREVER);
        other = log.unit("VILLAGE", "W" + System.nanoTime(), Days.SINCE_EVER, Days.FOREVER);
        household = UUID.randomUUID();
        resident = UUID.randomUUID();
        transaction.executeWithoutResult(status -> team = log.team(village, LocalDate.of(2024, 1, 1)));
        counters.refill();
        change(Set.of(household), Set.of(resident), Set.of(), () -> {
            log.household(household, village, LocalDate.of(2024, 1, 1));
            log.resident(resident, household, 1980, LocalDate.of(2024, 1, 1));
        });
    }

    @Test
    void countsAVisitAtOnceAndTakesItBackWhenWithdrawn() {
        UUID first = activation(DAY);

        assertThat(sum(village, "VISITS", "DAY")).isEqualTo(1);
        assertThat(sum(village, "HOUSEHOLDS_REACHED", "MONTH")).isEqualTo(1);
        assertThat(sum(village, "E_ID_L2_HOLDERS_18", "DAY")).isEqualTo(1);

        change(Set.of(household), Set.of(resident), Set.of(team), () -> log.withdraw(first));

        assertThat(sum(village, "VISITS", "DAY")).isZero();
        assertThat(sum(village, "E_ID_L2_NEW", "DAY")).isZero();
        assertThat(sum(village, "E_ID_L2_HOLDERS_18", "DAY")).isZero();
        assertReconciled();
    }

    @Test
    void handsTheCreditToTheNextVisitWhenTheFirstIsWithdrawn() {
        UUID first = activation(DAY);
        activation(DAY.plusDays(40));
        assertThat(newOn(DAY)).isEqualTo(1);

        change(Set.of(household), Set.of(resident), Set.of(team), () -> log.withdraw(first));

        assertThat(newOn(DAY)).isZero();
        assertThat(newOn(DAY.plusDays(40))).isEqualTo(1);
        assertReconciled();
    }

    @Test
    void movesTheStockWithThePersonAndKeepsTheFlowWhereItHappened() {
        activation(DAY);

        change(Set.of(household), Set.of(), Set.of(), () -> log.moveHousehold(household, other, DAY.plusDays(30)));

        assertThat(sum(village, "E_ID_L2_HOLDERS_18", "DAY")).isZero();
        assertThat(sum(other, "E_ID_L2_HOLDERS_18", "DAY")).isEqualTo(1);
        assertThat(sum(village, "E_ID_L2_NEW", "DAY")).isEqualTo(1);
        assertReconciled();
    }

    @Test
    void reattributesTheVisitsOfABackDatedMoveWithoutBeingToldWhoWasThere() {
        activation(DAY);

        change(Set.of(household), Set.of(), Set.of(), () -> log.moveHousehold(household, other, DAY.minusDays(1)));

        assertThat(sum(village, "E_ID_L2_NEW", "DAY")).isZero();
        assertThat(sum(other, "E_ID_L2_NEW", "DAY")).isEqualTo(1);
        assertThat(sum(other, "TEAMS_WITH_LOG", "MONTH")).isEqualTo(1);
        assertReconciled();
    }

    @Test
    void leavesNothingKnownWhereAHouseholdWasOnlyByMistake() {
        assertThat(visitsOf(other)).as("nobody was ever there").isNull();
        change(Set.of(household), Set.of(), Set.of(), () -> log.moveHousehold(household, other, DAY));
        assertThat(visitsOf(other)).as("a household, not visited").isZero();

        change(Set.of(household), Set.of(), Set.of(), () -> log.moveHousehold(household, village, DAY));

        assertThat(visitsOf(other)).isNull();
        assertReconciled();
    }

    @Test
    void losesTheHolderWhenTheAccountIsLost() {
        activation(DAY);
        visit(DAY.plusDays(10), "LOST");

        assertThat(sum(village, "E_ID_L2_HOLDERS_18", "DAY")).isZero();
        assertThat(sum(village, "E_ID_L2_NEW", "DAY")).isEqualTo(1);
        assertReconciled();
    }

    @Test
    void booksAChangeWithinAChangeOnce() {
        UUID lodger = UUID.randomUUID();
        UUID visit = UUID.randomUUID();
        change(Set.of(household), Set.of(), Set.of(team), () -> {
            counters.during(new Touched(Set.of(household), Set.of(lodger), Set.of()), () -> {
                log.resident(lodger, household, 1990, DAY);
                return lodger;
            });
            log.visit(visit, household, team, DAY, "MET");
            log.guided(visit, Set.of(lodger));
        });

        assertThat(sum(village, "PERSONS_REGISTERED", "DAY")).isEqualTo(2);
        assertThat(sum(village, "PERSONS_GUIDED", "YEAR")).isEqualTo(1);
        assertReconciled();
    }

    @Test
    void saysWhereACounterIsWrong() {
        activation(DAY);
        jdbc.sql("update figure_daily set amount = amount + 1 where unit_id = :v and grain = 'YEAR'")
                .param("v", village)
                .update();
        var out = new ByteArrayOutputStream();

        assertThat(reconcile.run(List.of(), new PrintStream(out, true))).isEqualTo(1);
        assertThat(out.toString()).contains("HOUSEHOLDS_REACHED").contains("counted 2, recounted 1");

        counters.refill();
        assertReconciled();
    }

    private UUID activation(LocalDate day) {
        return visit(day, "ACTIVATED");
    }

    private UUID visit(LocalDate day, String result) {
        UUID visit = UUID.randomUUID();
        change(Set.of(household), Set.of(resident), Set.of(team), () -> {
            log.visit(visit, household, team, day, "MET");
            log.activation(visit, resident, "E_ID_L2", result);
        });
        return visit;
    }

    @Test
    void countsANewMeasureInPiecesWhileOthersWrite() {
        activation(DAY);
        String code = "AGAIN_" + System.nanoTime();
        transaction.executeWithoutResult(status -> {
            int measure = jdbc.sql(
                            "insert into measure (code, name_vi, name_en, unit_vi, unit_en, source, adds_over_time, basis) "
                                    + "values (?, 'x', 'x', 'x', 'x', 'FIELD', 'FLOW', 'VISITS') returning id")
                    .param(code)
                    .query(Integer.class)
                    .single();
            counts.begin(measure, "VISITS");
            counters.during(new Touched(Set.of(household), Set.of(resident), Set.of(team)), () -> {
                log.visit(UUID.randomUUID(), household, team, DAY.plusDays(1), "MET");
                return true;
            });
        });
        assertThat(counts.progress())
                .extracting(MeasureCounts.Progress::percent)
                .allMatch(percent -> percent < 100);

        while (counts.step()) {
            Thread.onSpinWait();
        }

        assertThat(sum(village, code, "DAY")).as("once, not at once and again").isEqualTo(2);
        activation(DAY.plusDays(2));
        assertThat(sum(village, code, "DAY")).isEqualTo(3);
        assertReconciled();
    }

    private void change(Set<UUID> households, Set<UUID> residents, Set<Long> teams, Runnable change) {
        transaction.executeWithoutResult(status -> counters.during(new Touched(households, residents, teams), () -> {
            change.run();
            return true;
        }));
    }

    private long sum(long unit, String measure, String grain) {
        return jdbc.sql("select coalesce(sum(amount), 0) from figure_daily f join measure m on m.id = f.measure_id "
                        + "where unit_id = :unit and code = :code and grain = :grain")
                .param("unit", unit)
                .param("code", measure)
                .param("grain", grain)
                .query(Long.class)
                .single();
    }

    private @Nullable BigDecimal visitsOf(long unit) {
        Period year = Period.parse("2024").orElseThrow();
        return figures.values(FigureQuery.ofUnits(
                        List.of(unit), List.of(IndicatorChoice.of("VISITS")), List.of(year), Structure.then()))
                .get(0)
                .value();
    }

    private long newOn(LocalDate day) {
        return jdbc.sql("select coalesce(sum(amount), 0) from figure_daily f join measure m on m.id = f.measure_id "
                        + "where unit_id = :unit and code = 'E_ID_L2_NEW' and day = :day")
                .param("unit", village)
                .param("day", day)
                .query(Long.class)
                .single();
    }

    private void assertReconciled() {
        var out = new ByteArrayOutputStream();
        assertThat(reconcile.run(List.of(), new PrintStream(out, true)))
                .as(out.toString())
                .isZero();
    }
}
