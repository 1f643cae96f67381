package vn.tungnha.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tungnha.DatabaseConfiguration;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.LiveFigures.Touched;
import vn.tungnha.shared.Period;

/** Whatever happens, in whatever order and by however many at once, the counters equal a recount. */
@SpringBootTest
@Import(DatabaseConfiguration.class)
@ActiveProfiles("test")
class RollUpTests {

    private static final int WRITERS = 4;
    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final LocalDate MERGER = LocalDate.of(2025, 7, 1);
    private static final LocalDate END = LocalDate.of(2025, 12, 31);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Counters counters;

    @Autowired
    private Reconcile reconcile;

    @Autowired
    private Figures figures;

    private RawLog log;
    private long province;
    private final List<Long> communes = new ArrayList<>();
    private final List<Long> villages = new ArrayList<>();
    private final List<Long> teams = new ArrayList<>();
    private final List<UUID> households = new ArrayList<>();
    private final List<UUID> residents = new ArrayList<>();
    private final ConcurrentLinkedQueue<Logged> visits = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void anEmptyWard() {
        jdbc.sql("truncate visit, household, resident, team, unit cascade").update();
        log = new RawLog(jdbc);
        province = log.unit("PROVINCE", "P", Days.SINCE_EVER, Days.FOREVER);
        long a = log.unit("COMMUNE", "A", Days.SINCE_EVER, MERGER.minusDays(1));
        long b = log.unit("COMMUNE", "B", Days.SINCE_EVER, MERGER.minusDays(1));
        long merged = log.unit("COMMUNE", "M", MERGER, Days.FOREVER);
        communes.addAll(List.of(a, b, merged));
        for (long old : List.of(a, b)) {
            log.closure(province, old, 1, Days.SINCE_EVER, MERGER.minusDays(1));
            log.lineage(old, merged, MERGER, Days.FOREVER);
        }
        log.closure(province, merged, 1, MERGER, Days.FOREVER);
        for (int i = 0; i < 4; i++) {
            long village = log.unit("VILLAGE", "V" + i, Days.SINCE_EVER, Days.FOREVER);
            villages.add(village);
            log.closure(i < 2 ? a : b, village, 1, Days.SINCE_EVER, MERGER.minusDays(1));
            log.closure(merged, village, 1, MERGER, Days.FOREVER);
            log.closure(province, village, 2, Days.SINCE_EVER, Days.FOREVER);
            teams.add(log.team(village, START));
        }
        for (int i = 0; i < 8; i++) {
            UUID household = UUID.randomUUID();
            households.add(household);
            log.household(household, villages.get(i % 4), START);
            for (int j = 0; j < 2; j++) {
                UUID resident = UUID.randomUUID();
                residents.add(resident);
                log.resident(resident, household, 1960 + 7 * i, START);
            }
        }
        counters.refill();
    }

    @Test
    void equalsTheRecountAfterManyChangesByFourWriters() throws Exception {
        runAll(1, 30);
    }

    @Test
    @Tag("slow")
    void equalsTheRecountAfterLongRunsOfManySeeds() throws Exception {
        for (int seed = 2; seed < 5; seed++) {
            runAll(seed, 80);
        }
    }

    private void runAll(int seed, int steps) throws Exception {
        var pool = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Callable<Void>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                Random random = new Random(seed * 100L + writer);
                writers.add(() -> {
                    for (int i = 0; i < steps; i++) {
                        step(random);
                    }
                    return null;
                });
            }
            for (var done : pool.invokeAll(writers)) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }
        var out = new ByteArrayOutputStream();
        assertThat(reconcile.run(List.of(), new PrintStream(out, true)))
                .as("seed " + seed + "\n" + out)
                .isZero();
        assertThat(counted()).as("seed " + seed).isEqualTo(new NaiveRecount(jdbc).counts(END));
        assertLeavesSumToTheRoot();
    }

    private void step(Random random) {
        UUID household = pick(households, random);
        UUID resident = pick(residents, random);
        long team = pick(teams, random);
        LocalDate day = START.plusDays(random.nextInt(365));
        String outcome = random.nextInt(3) == 0 ? "ABSENT" : "MET";
        switch (random.nextInt(10)) {
            case 0, 1, 2, 3, 4 -> {
                UUID id = UUID.randomUUID();
                String result = List.of("ACTIVATED", "ALREADY_ACTIVE", "USED", "NOT_YET", "LOST")
                        .get(random.nextInt(5));
                change(new Touched(Set.of(household), Set.of(resident), Set.of(team)), () -> {
                    log.visit(id, household, team, day, outcome);
                    log.guided(id, Set.of(resident));
                    log.activation(id, resident, "E_ID_L2", result);
                });
                visits.add(new Logged(id, household, resident, team));
            }
            case 5 -> onLogged(random, it -> log.withdraw(it.id()));
            case 6, 7 -> onLogged(random, it -> log.redate(it.id(), day, outcome));
            case 8 ->
                change(
                        new Touched(Set.of(household), Set.of(), Set.of()),
                        () -> log.moveHousehold(household, pick(villages, random), day));
            default ->
                change(
                        new Touched(Set.of(household), Set.of(resident), Set.of()),
                        () -> log.moveResident(resident, household, day));
        }
    }

    private void onLogged(Random random, java.util.function.Consumer<Logged> change) {
        List<Logged> all = List.copyOf(visits);
        if (!all.isEmpty()) {
            Logged one = pick(all, random);
            change(
                    new Touched(Set.of(one.household()), Set.of(one.resident()), Set.of(one.team())),
                    () -> change.accept(one));
        }
    }

    private void change(Touched touched, Runnable change) {
        transaction.executeWithoutResult(status -> counters.during(touched, () -> {
            change.run();
            return true;
        }));
    }

    private Map<String, Long> counted() {
        Map<String, Long> counted = new TreeMap<>();
        jdbc.sql("""
                        select m.code || ' ' || f.unit_id || ' ' || case when m.code = 'E_ID_L2_HOLDERS_18' then 'end'
                                   else to_char(f.day, 'YYYY-MM') end as key, sum(f.amount) as amount
                        from figure_daily f join measure m on m.id = f.measure_id
                        where (m.code in ('VISITS', 'E_ID_L2_NEW') and f.grain = 'DAY')
                           or (m.code in ('HOUSEHOLDS_REACHED', 'PERSONS_GUIDED') and f.grain = 'MONTH')
                           or (m.code = 'E_ID_L2_HOLDERS_18' and f.day <= :end)
                        group by 1 having sum(f.amount) <> 0
                        """).param("end", END).query(row -> {
            counted.put(row.getString("key"), row.getLong("amount"));
        });
        return counted;
    }

    private void assertLeavesSumToTheRoot() {
        List<IndicatorChoice> choices = List.of(
                IndicatorChoice.of("VISITS"),
                IndicatorChoice.of("HOUSEHOLDS_REACHED"),
                IndicatorChoice.of("PERSONS_GUIDED"),
                IndicatorChoice.of("E_ID_L2_NEW"));
        for (Structure structure : List.of(Structure.then(), Structure.on(END), Structure.on(START))) {
            for (String code : List.of("2025", "2025-Q2", "2025-Q3", "2025-06", "2025-07")) {
                List<Period> period = List.of(Period.parse(code).orElseThrow());
                for (IndicatorChoice choice : choices) {
                    assertThat(sum(communes, choice, period, structure))
                            .as(choice.code() + " " + code + " " + structure)
                            .isEqualTo(sum(List.of(province), choice, period, structure))
                            .isEqualTo(sum(villages, choice, period, structure));
                }
            }
        }
    }

    private long sum(List<Long> units, IndicatorChoice choice, List<Period> period, Structure structure) {
        return figures.values(FigureQuery.ofUnits(units, List.of(choice), period, structure)).stream()
                .mapToLong(it -> it.value() == null ? 0 : it.value().longValueExact())
                .sum();
    }

    private static <T> T pick(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    private record Logged(UUID id, UUID household, UUID resident, long team) {}
}
