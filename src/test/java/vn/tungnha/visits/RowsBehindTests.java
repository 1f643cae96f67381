package vn.tungnha.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.Scope;
import vn.tungnha.indicators.Definitions;
import vn.tungnha.indicators.MeasureView;
import vn.tungnha.indicators.MeasureView.Adding;
import vn.tungnha.indicators.RowBehind;
import vn.tungnha.indicators.RowsBehind;
import vn.tungnha.indicators.Structure;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Period;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Whoever may read residents of a place goes from a figure on to what it counted; others do not. */
@Tag("slow")
@SharedApplication
class RowsBehindTests {

    @Autowired
    private RowsBehind behind;

    @Autowired
    private Definitions definitions;

    @Autowired
    private Visits visits;

    @Autowired
    private Units units;

    @Autowired
    private JdbcClient jdbc;

    private final Period month = Period.month(YearMonth.from(Days.of(Instant.now())));
    private FieldFixture field;
    private UnitView ward;

    @BeforeEach
    void threeVisitsAtTwoHouseholds() {
        field = FieldFixture.in(jdbc);
        ward = units.get(field.ward, Days.today(Clock.systemUTC()));
        UUID other = field.anotherHousehold("19");
        visits.record(field.aVisit().activating(field.adult, "E_ID_L2").command(), field.leader());
        visits.record(field.aVisit().activating(field.elder, "E_ID_L2").command(), field.leader());
        visits.record(field.aVisit().atHousehold(other).command(), field.leader());
    }

    @Test
    void findsARowForEachThatWasCounted() {
        assertThat(rows("VISITS", month)).hasSize(3);
        assertThat(rows("HOUSEHOLDS_REACHED", month))
                .hasSize(2)
                .extracting(RowBehind::address)
                .anyMatch(it -> it.endsWith(" 19"));
        assertThat(rows("E_ID_L2_NEW", month)).hasSize(2).allSatisfy(row -> {
            assertThat(row.name()).isNotBlank();
            assertThat(row.household()).isEqualTo(field.household);
            assertThat(row.team()).isEqualTo("Tổ 33");
        });
    }

    @Test
    void hasAsManyRowsAsTheCountersSay() {
        Period run = Period.between(month.first().minusDays(40), month.last());
        Period year = Period.of(Period.Grain.YEAR, month.last());
        for (String code : List.of("VISITS", "HOUSEHOLDS_REACHED", "PERSONS_GUIDED", "E_ID_L2_NEW")) {
            for (Period period : List.of(month, year, run)) {
                assertThat(sum(measure(code), period))
                        .as(code + " in " + period.code())
                        .isEqualByComparingTo(counted(measure(code)));
            }
        }
    }

    @Test
    void findsWhoHoldsAnAccountOnTheLastDay() {
        MeasureView holders = definitions.measures().values().stream()
                .filter(it -> "HOLDERS".equals(it.basis()))
                .filter(it -> it.code().startsWith("E_ID_L2"))
                .findFirst()
                .orElseThrow();

        assertThat(rows(holders.code(), month)).hasSize(2).allSatisfy(row -> {
            assertThat(row.amount()).isEqualByComparingTo("1");
            assertThat(row.day()).isEqualTo(Days.of(FieldFixture.lately()));
        });
        assertThat(rows(holders.code(), month.previous())).isEmpty();
    }

    @Test
    void pagesThemInOrderWithTheSumOfAll() {
        RowsBehind.Found second =
                behind.page(ward, month, Structure.then(), measure("VISITS"), field.officer(), new Paging(1, 2));

        assertThat(second.rows().total()).isEqualTo(3);
        assertThat(second.rows().items()).hasSize(1);
        assertThat(second.sum()).isEqualByComparingTo("3");
    }

    @Test
    void showsNothingToWhoMayReadFiguresOnly() {
        CurrentUser above = new CurrentUser(
                field.officerAccount,
                "above",
                "Bà Lan",
                Set.of(Role.PROVINCE_OFFICER),
                new Scope(false, Set.of(field.ward), Set.of(), Set.of(), Set.of()));

        assertThat(behind.mayRead(ward, above)).isFalse();
        assertThatThrownBy(() -> behind.all(ward, month, Structure.then(), measure("VISITS"), above))
                .isInstanceOf(OutOfScope.class);
        assertThatThrownBy(() -> behind.all(ward, month, Structure.then(), measure("VISITS"), field.stranger()))
                .isInstanceOf(OutOfScope.class);
    }

    @Test
    void tellsNothingOfWhoMovedOutOfSightButThatItCounted() {
        field.moveTo(
                field.stranger().scope().figures().iterator().next(),
                Days.today(Clock.systemUTC()).plusDays(1));

        assertThat(rows("VISITS", month))
                .hasSize(3)
                .filteredOn(row -> row.household() == null)
                .hasSize(2)
                .allSatisfy(row -> {
                    assertThat(row.name()).isNull();
                    assertThat(row.address()).isEmpty();
                });
    }

    private List<RowBehind> rows(String measure, Period period) {
        return behind.all(ward, period, Structure.then(), measure(measure), field.officer());
    }

    private MeasureView measure(String code) {
        return java.util.Objects.requireNonNull(definitions.measures().get(code));
    }

    private BigDecimal sum(MeasureView measure, Period period) {
        return rows(measure.code(), period).stream().map(RowBehind::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** By the counters of this month: nothing was logged before. */
    private BigDecimal counted(MeasureView measure) {
        return jdbc.sql("""
                        select coalesce(sum(amount), 0) from figure_daily
                        where unit_id = ? and measure_id = ? and grain = ?
                        """)
                .params(field.village, measure.id(), measure.addsOverTime() == Adding.FLOW ? "DAY" : "MONTH")
                .query(BigDecimal.class)
                .single();
    }
}
