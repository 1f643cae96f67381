package vn.tungnha.quality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.indicators.Definitions;
import vn.tungnha.indicators.FigureQuery;
import vn.tungnha.indicators.Figures;
import vn.tungnha.indicators.IndicatorChoice;
import vn.tungnha.indicators.IndicatorDefinition;
import vn.tungnha.indicators.IndicatorValue;
import vn.tungnha.indicators.Structure;
import vn.tungnha.shared.Period;

/**
 * Parts that are larger than their whole, in the last month, quarter and year that are over, in every variant. A rate of an
 * assigned quota may well pass 100%, and is no fault. A quarter is named only where its month was not found already: who
 * mends the one mends the other.
 */
@Component
@RequiredArgsConstructor
class AboveDenominator implements Check {

    private static final int CUT = 15;

    private final Figures figures;
    private final Definitions definitions;
    private final JdbcClient jdbc;

    private record Key(long unit, String indicator, String variant) {}

    @Override
    public String code() {
        return "ABOVE_DENOMINATOR";
    }

    @Override
    public List<Fault> find(Collection<Long> units, LocalDate today, BigDecimal threshold) {
        if (units.isEmpty()) {
            return List.of();
        }
        Map<Key, Fault> found = new LinkedHashMap<>();
        for (Period.Grain grain : List.of(Period.Grain.MONTH, Period.Grain.QUARTER, Period.Grain.YEAR)) {
            Period whole = Period.of(grain, today).previous();
            Period cut = lastCut(grain, today);
            Set<Long> byCut = reportedByCut(units, cut.last());
            look(units.stream().filter(it -> !byCut.contains(it)).toList(), whole, threshold, found);
            look(List.copyOf(byCut), cut, threshold, found);
        }
        return List.copyOf(found.values());
    }

    private void look(List<Long> units, Period period, BigDecimal threshold, Map<Key, Fault> found) {
        List<IndicatorChoice> shares = units.isEmpty() ? List.of() : shares(period);
        if (!shares.isEmpty()) {
            figures.values(FigureQuery.ofUnits(units, shares, List.of(period), Structure.then())).stream()
                    .filter(it -> isAbove(it, threshold))
                    .forEach(it -> found.putIfAbsent(
                            new Key(it.place(), it.indicator(), it.variant().code()), fault(it, period.named())));
        }
    }

    /** The latest month, quarter or year from the 15th to the 14th that is over. */
    private static Period lastCut(Period.Grain grain, LocalDate today) {
        Period named = Period.of(grain, today);
        Period days = cut(named);
        return days.last().isBefore(today) ? days : cut(named.previous());
    }

    private static Period cut(Period named) {
        return Period.between(
                named.first().minusMonths(1).withDayOfMonth(CUT), named.last().withDayOfMonth(CUT - 1));
    }

    /** Units whose province reports from the 15th to the 14th. */
    private Set<Long> reportedByCut(Collection<Long> units, LocalDate on) {
        return new HashSet<>(jdbc.sql("""
                        select distinct c.descendant_id from unit_closure c
                        join unit p on p.id = c.ancestor_id and p.level = 'PROVINCE'
                        join reporting_calendar r on r.province_id = p.id and :on between r.valid_from and r.valid_to
                            and r.cut_off = 'MID_MONTH'
                        where c.descendant_id = any(:units) and :on between c.valid_from and c.valid_to
                        """)
                .param("units", units.toArray(Long[]::new))
                .param("on", on)
                .query(Long.class)
                .list());
    }

    private List<IndicatorChoice> shares(Period period) {
        return definitions.list(period.last()).stream()
                .filter(it -> !it.isScore())
                .flatMap(it -> it.variants().stream()
                        .filter(variant -> variant.denominator() != null && !variant.ofQuota())
                        .map(variant -> new IndicatorChoice(it.code(), variant.standard() ? null : variant.code())))
                .toList();
    }

    private static boolean isAbove(IndicatorValue value, BigDecimal threshold) {
        BigDecimal part = value.numerator();
        BigDecimal whole = value.denominator();
        return value.stated() == null
                && part != null
                && whole != null
                && whole.signum() > 0
                && part.multiply(BigDecimal.valueOf(100)).compareTo(whole.multiply(threshold)) > 0;
    }

    private static Fault fault(IndicatorValue value, Period period) {
        BigDecimal part = Objects.requireNonNull(value.numerator());
        BigDecimal whole = Objects.requireNonNull(value.denominator());
        IndicatorDefinition.Variant variant = value.variant();
        boolean standard = variant.standard();
        return new Fault(
                "ABOVE_DENOMINATOR",
                value.place(),
                "indicator:" + value.indicator() + (standard ? "" : ":" + variant.code()) + ":" + period.code(),
                value.definition().shortVi() + (standard ? "" : " (" + variant.nameVi() + ")"),
                value.definition().shortEn() + (standard ? "" : " (" + variant.nameEn() + ")"),
                part,
                whole,
                null,
                period.code(),
                period.code(),
                "/indicators/" + value.indicator() + "?unit={unit}&period=" + period.code()
                        + (standard ? "" : "&variant=" + variant.code()),
                part.toPlainString() + "/" + whole.toPlainString(),
                List.of());
    }
}
