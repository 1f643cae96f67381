package vn.tungnha.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestContextManager;
import vn.tungnha.DatabaseConfiguration;
import vn.tungnha.shared.Period;
import vn.tungnha.units.TestUnits;

/** Whatever happens, in whatever order and by however many at once, the counters equal a recount. */
@Tag("slow")
@SpringBootTest
@Import({DatabaseConfiguration.class, TestUnits.class, FieldWork.class, ReformSteps.class})
@ActiveProfiles("test")
class RollUpTests {

    private static final int WRITERS = 4;
    private static final List<IndicatorChoice> STOCKS =
            List.of(IndicatorChoice.of("E_ID_L2_ACTIVATED"), IndicatorChoice.of("SMARTPHONES"));
    private static final List<IndicatorChoice> FLOWS = List.of(
            IndicatorChoice.of("VISITS"),
            IndicatorChoice.of("HOUSEHOLDS_REACHED"),
            IndicatorChoice.of("PERSONS_GUIDED"),
            IndicatorChoice.of("E_ID_L2_NEW"));

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private FieldWork work;

    @Autowired
    private Reconcile reconcile;

    @Autowired
    private Figures figures;

    /** What each writer does, and after how many steps the first of them merges the wards. */
    record Run(List<List<Step>> writers, int mergerAt) {}

    @BeforeProperty
    void startTheApplication() throws Exception {
        new TestContextManager(getClass()).prepareTestInstance(this);
    }

    @Property(tries = 6, edgeCases = EdgeCasesMode.NONE)
    void equalsTheRecountWhileFourWriteAndTheWardsMerge(@ForAll("shortRuns") Run run) throws Exception {
        equalsTheRecount(run);
    }

    @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
    void equalsTheRecountAfterLongRuns(@ForAll("longRuns") Run run) throws Exception {
        equalsTheRecount(run);
    }

    @Property(tries = 4, edgeCases = EdgeCasesMode.NONE)
    void leavesThePastAsItWasWhenWardsMerge(@ForAll("steps") List<Step> steps) {
        work.begin();
        steps.forEach(work::take);
        assertThat(work.carriedOut()).as("steps that no rule forbade").isPositive();
        List<Period> before = periods("2025-01", "2025-04", "2025-06", "2025-Q1", "2025-Q2");
        Structure eve = Structure.on(FieldWork.MERGER.minusDays(1));
        List<Long> old = work.tree().communes();
        String then = values(everywhere(), before, Structure.then()).toString();
        Map<String, Long> sums = sums(old, periods("2025", "2025-06"), eve);

        long merged = work.merge();

        Structure now = Structure.on(FieldWork.MERGER);
        assertThat(values(everywhere(), before, Structure.then()).toString()).isEqualTo(then);
        assertThat(sums(List.of(merged), periods("2025", "2025-06"), now)).isEqualTo(sums);
        assertThat(sums(List.of(work.tree().province()), periods("2025", "2025-06"), now))
                .isEqualTo(sums);
        assertThat(sums(work.villages(), periods("2025", "2025-06"), now)).isEqualTo(sums);
    }

    private static final Period JUNE = Period.between(LocalDate.of(2025, 6, 1), LocalDate.of(2025, 6, 30));

    @Provide
    Arbitrary<Run> shortRuns() {
        return runs(10);
    }

    @Provide
    Arbitrary<Run> longRuns() {
        return runs(25);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Step.any().list().ofMinSize(10).ofMaxSize(30);
    }

    private static Arbitrary<Run> runs(int longest) {
        return Combinators.combine(
                        Step.any().list().ofMaxSize(longest).list().ofSize(WRITERS),
                        Arbitraries.integers().between(0, longest))
                .as(Run::new);
    }

    private void equalsTheRecount(Run run) throws Exception {
        work.begin();
        long merged = carryOut(run);
        var out = new ByteArrayOutputStream();
        assertThat(reconcile.run(List.of(), new PrintStream(out, true)))
                .as(out.toString())
                .isZero();
        assertThat(counted()).isEqualTo(new NaiveRecount(jdbc).counts(FieldWork.END));
        List<Period> all = periods("2025", "2025-Q2", "2025-Q3", "2025-06", "2025-07");
        List<Long> communes = new ArrayList<>(work.tree().communes());
        communes.add(merged);
        for (Structure structure :
                List.of(Structure.then(), Structure.on(FieldWork.END), Structure.on(FieldWork.START))) {
            assertThat(sums(communes, List.of(JUNE), structure).values())
                    .as("a run of days that is a month, " + structure)
                    .containsExactlyElementsOf(
                            sums(communes, periods("2025-06"), structure).values());
            // who is there on a unit's last day is there again on the first of its successor
            List<Period> whole = all.subList(1, all.size());
            assertThat(sums(communes, whole, structure, STOCKS))
                    .as("stocks, " + structure)
                    .isEqualTo(sums(List.of(work.tree().district()), whole, structure, STOCKS))
                    .isEqualTo(sums(work.villages(), whole, structure, STOCKS));
            assertThat(sums(communes, all, structure))
                    .as(structure.toString())
                    .isEqualTo(sums(List.of(work.tree().district()), all, structure))
                    .isEqualTo(sums(List.of(work.tree().province()), all, structure))
                    .isEqualTo(sums(work.villages(), all, structure));
        }
    }

    private long carryOut(Run run) throws Exception {
        var pool = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Callable<Long>> writers = new ArrayList<>();
            for (int i = 1; i < run.writers().size(); i++) {
                List<Step> steps = run.writers().get(i);
                writers.add(() -> {
                    steps.forEach(work::take);
                    return 0L;
                });
            }
            writers.add(0, () -> {
                List<Step> steps = run.writers().get(0);
                int at = Math.min(run.mergerAt(), steps.size());
                steps.subList(0, at).forEach(work::take);
                long merged = work.merge();
                steps.subList(at, steps.size()).forEach(work::take);
                return merged;
            });
            long merged = 0;
            for (var done : pool.invokeAll(writers)) {
                merged = Math.max(merged, done.get());
            }
            return merged;
        } finally {
            pool.shutdownNow();
        }
    }

    private List<Long> everywhere() {
        List<Long> all = new ArrayList<>(work.villages());
        all.addAll(work.tree().communes());
        all.add(work.tree().district());
        all.add(work.tree().province());
        return all;
    }

    private Map<String, Long> counted() {
        Map<String, Long> counted = new TreeMap<>();
        jdbc.sql("""
                        select m.code || ' ' || f.unit_id || ' ' || case when m.code = 'E_ID_L2_HOLDERS_18' then 'end'
                                   else to_char(f.day, case f.grain when 'QUARTER' then 'YYYY-"Q"Q' when 'YEAR' then 'YYYY'
                                                                    when 'ALL' then '"ever"' else 'YYYY-MM' end) end as key, sum(f.amount) as amount
                        from figure_daily f join measure m on m.id = f.measure_id
                        where (m.code in ('VISITS', 'GUIDED_UNNAMED', 'E_ID_L2_NEW') and f.grain = 'DAY')
                           or (m.code in ('HOUSEHOLDS_REACHED', 'PERSONS_GUIDED'))
                           or (m.code = 'E_ID_L2_HOLDERS_18' and f.day <= :end)
                        group by 1 having sum(f.amount) <> 0
                        """).param("end", FieldWork.END).query(row -> {
            counted.put(row.getString("key"), row.getLong("amount"));
        });
        return counted;
    }

    private Map<String, Long> sums(List<Long> units, List<Period> periods, Structure structure) {
        return sums(units, periods, structure, FLOWS);
    }

    private Map<String, Long> sums(
            List<Long> units, List<Period> periods, Structure structure, List<IndicatorChoice> indicators) {
        Map<String, Long> sums = new TreeMap<>();
        for (IndicatorValue value : figures.values(FigureQuery.ofUnits(units, indicators, periods, structure))) {
            long amount = value.numerator() == null ? 0 : value.numerator().longValueExact();
            sums.merge(value.indicator() + " " + value.period().code(), amount, Long::sum);
        }
        return sums;
    }

    private List<IndicatorValue> values(List<Long> units, List<Period> periods, Structure structure) {
        return figures.values(FigureQuery.ofUnits(units, FLOWS, periods, structure));
    }

    private static List<Period> periods(String... codes) {
        return java.util.Arrays.stream(codes)
                .map(code -> Period.parse(code).orElseThrow())
                .toList();
    }
}
