package vn.tungnha.quality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
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
 * Parts that are larger than their whole, in the last month that is over. A rate of an assigned quota may well pass 100%,
 * and is no fault.
 */
@Component
@RequiredArgsConstructor
class AboveDenominator implements Check {

    private final Figures figures;
    private final Definitions definitions;

    @Override
    public String code() {
        return "ABOVE_DENOMINATOR";
    }

    @Override
    public List<Fault> find(Collection<Long> communes, LocalDate today, BigDecimal threshold) {
        Period month = Period.month(YearMonth.from(today).minusMonths(1));
        List<IndicatorChoice> rates = definitions.list(month.last()).stream()
                .filter(AboveDenominator::isShare)
                .map(it -> IndicatorChoice.of(it.code()))
                .toList();
        if (rates.isEmpty() || communes.isEmpty()) {
            return List.of();
        }
        return figures
                .values(FigureQuery.ofUnits(List.copyOf(communes), rates, List.of(month), Structure.then()))
                .stream()
                .filter(it -> isAbove(it, threshold))
                .map(it -> fault(it, month))
                .toList();
    }

    private static boolean isShare(IndicatorDefinition definition) {
        var standard = definition.variant(null);
        return definition.kind() == IndicatorDefinition.Kind.RATE
                && standard != null
                && standard.denominator() != null
                && !standard.ofQuota();
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

    private static Fault fault(IndicatorValue value, Period month) {
        BigDecimal part = Objects.requireNonNull(value.numerator());
        BigDecimal whole = Objects.requireNonNull(value.denominator());
        return new Fault(
                "ABOVE_DENOMINATOR",
                value.place(),
                "indicator:" + value.indicator() + ":" + month.code(),
                value.definition().shortVi(),
                value.definition().shortEn(),
                part,
                whole,
                null,
                month.code(),
                month.code(),
                "/indicators/" + value.indicator() + "?unit={unit}&period=" + month.code(),
                part.toPlainString() + "/" + whole.toPlainString());
    }
}
