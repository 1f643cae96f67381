package vn.tungnha.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestContextManager;
import vn.tungnha.DatabaseConfiguration;
import vn.tungnha.indicators.ReformSteps.Reform;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.units.TestUnits;

/** Through chains of mergers, splits, moves and renames nothing is lost or doubled, and the past stays as it was. */
@SpringBootTest
@Import({DatabaseConfiguration.class, TestUnits.class, FieldWork.class, ReformSteps.class})
@ActiveProfiles("test")
class ReformTests {

    private static final List<IndicatorChoice> ADDING = List.of(
            IndicatorChoice.of("VISITS"),
            IndicatorChoice.of("HOUSEHOLDS_REACHED"),
            IndicatorChoice.of("PERSONS_GUIDED"),
            IndicatorChoice.of("E_ID_L2_NEW"));

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private FieldWork work;

    @Autowired
    private ReformSteps reforms;

    @Autowired
    private Reconcile reconcile;

    @Autowired
    private Figures figures;

    /** Some work, then changes of units with more work after each of them. */
    record Chain(List<Step> first, List<Reform> reforms, List<List<Step>> between) {}

    @BeforeProperty
    void startTheApplication() throws Exception {
        new TestContextManager(getClass()).prepareTestInstance(this);
    }

    @Tag("slow")
    @Property(tries = 3, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void loseAndDoubleNothing(@ForAll("chains") Chain chain) {
        hold(chain);
    }

    @Tag("drill")
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void loseAndDoubleNothingForLong(@ForAll("chains") Chain chain) {
        hold(chain);
    }

    @Provide
    Arbitrary<Chain> chains() {
        return Combinators.combine(
                        Step.any().list().ofMinSize(15).ofMaxSize(30),
                        Reform.any().list().ofSize(20),
                        Step.any().list().ofMaxSize(3).list().ofSize(20))
                .as(Chain::new);
    }

    private void hold(Chain chain) {
        work.begin();
        reforms.begin();
        chain.first().forEach(work::take);
        List<Reform> carriedOut = new ArrayList<>();
        for (int i = 0; i < chain.reforms().size(); i++) {
            Reform reform = chain.reforms().get(i);
            if (reform(reform, i % 5 == 4) && i % 5 != 4) {
                carriedOut.add(reform);
                assertLeavesSumToTheRoot(carriedOut);
            }
            chain.between().get(i).forEach(work::take);
        }
        assertThat(carriedOut).as("reforms that no rule forbade").isNotEmpty();
        assertCountersEqualTheRecount();
        assertLeavesSumToTheRoot(carriedOut);
    }

    /** Whether no rule forbade it. */
    private boolean reform(Reform reform, boolean andUndo) {
        List<Period> earlier = monthsBefore(reform.on());
        List<Long> known = everywhere();
        String then = values(known, earlier, Structure.then()).toString();
        Map<String, BigDecimal> total = sums(reforms.ever("PROVINCE"), years(), Structure.then());
        Map<String, List<String>> rows = reforms.rows();
        List<IndicatorValue> all = values(known, years(), Structure.on(FieldWork.END));
        long id;
        try {
            id = reforms.carryOut(reforms.plan(reform));
        } catch (RuleBroken | EmptyResultDataAccessException | NoSuchElementException | ArithmeticException forbidden) {
            assertThat(reforms.rows()).as("%s refused", reform).isEqualTo(rows);
            return false;
        }
        assertThat(values(known, earlier, Structure.then()).toString())
                .as("then, before %s", reform)
                .isEqualTo(then);
        assertThat(sums(reforms.ever("PROVINCE"), years(), Structure.then()))
                .as("%s", reform)
                .isEqualTo(total);
        if (andUndo) {
            reforms.undo(id);
            assertThat(withoutBareUnits(reforms.rows())).as("%s undone", reform).isEqualTo(withoutBareUnits(rows));
            assertThat(values(known, years(), Structure.on(FieldWork.END)).toString())
                    .as("%s undone", reform)
                    .isEqualTo(all.toString());
            assertCountersEqualTheRecount();
        }
        return true;
    }

    private void assertCountersEqualTheRecount() {
        var out = new ByteArrayOutputStream();
        assertThat(reconcile.run(List.of(), new PrintStream(out, true)))
                .as(out.toString())
                .isZero();
    }

    private void assertLeavesSumToTheRoot(List<Reform> carriedOut) {
        List<Period> periods = periods("2025", "2025-Q2", "2025-06", "2025-11");
        for (Structure structure : List.of(
                Structure.then(),
                Structure.on(FieldWork.START),
                Structure.on(FieldWork.START.plusDays(180)),
                Structure.on(FieldWork.END))) {
            assertThat(sums(reforms.ever("COMMUNE"), periods, structure))
                    .as("communes, %s after %s", structure, carriedOut)
                    .isEqualTo(sums(reforms.ever("PROVINCE"), periods, structure));
            assertThat(sums(reforms.ever("VILLAGE"), periods, structure))
                    .as("villages, %s after %s", structure, carriedOut)
                    .isEqualTo(sums(reforms.ever("PROVINCE"), periods, structure));
        }
    }

    /** A founded unit the trail tells of stays as a bare row; it is nowhere and counts for nothing. */
    private static Map<String, List<String>> withoutBareUnits(Map<String, List<String>> rows) {
        Map<String, List<String>> rest = new TreeMap<>(rows);
        rest.remove("unit");
        return rest;
    }

    private List<Long> everywhere() {
        List<Long> all = new ArrayList<>(reforms.ever("VILLAGE"));
        all.addAll(reforms.ever("COMMUNE"));
        all.addAll(reforms.ever("PROVINCE"));
        return all;
    }

    private Map<String, BigDecimal> sums(List<Long> units, List<Period> periods, Structure structure) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (IndicatorValue value : values(units, periods, structure)) {
            BigDecimal amount = value.value() == null ? BigDecimal.ZERO : value.value();
            sums.merge(value.indicator() + " " + value.period().code(), amount, BigDecimal::add);
        }
        sums.replaceAll((key, amount) -> amount.setScale(4, RoundingMode.HALF_UP));
        return sums;
    }

    private List<IndicatorValue> values(List<Long> units, List<Period> periods, Structure structure) {
        return figures.values(FigureQuery.ofUnits(units, ADDING, periods, structure));
    }

    private static List<Period> monthsBefore(LocalDate day) {
        List<Period> months = new ArrayList<>();
        for (LocalDate month = FieldWork.START; month.plusMonths(1).isBefore(day); month = month.plusMonths(1)) {
            months.add(Period.parse(month.toString().substring(0, 7)).orElseThrow());
        }
        return months.isEmpty() ? periods("2024") : months;
    }

    private static List<Period> years() {
        return periods("2025", "2025-06");
    }

    private static List<Period> periods(String... codes) {
        return Arrays.stream(codes)
                .map(code -> Period.parse(code).orElseThrow())
                .toList();
    }
}
