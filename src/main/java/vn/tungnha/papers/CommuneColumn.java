package vn.tungnha.papers;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.tungnha.closing.ReportFigure;
import vn.tungnha.indicators.IndicatorDefinition.Kind;
import vn.tungnha.indicators.IndicatorValue;

/**
 * One figure of many communes, each as it was locked or as it is now, with the whole both ways.
 *
 * @param now the whole as it is reckoned at this moment
 * @param sum what the cells add up to; the same as {@code now} where they cannot be added
 */
record CommuneColumn(Map<Long, String> cells, String now, String sum) {

    static CommuneColumn of(
            FormLine line, Map<Long, IndicatorValue> values, Map<Long, List<ReportFigure>> locked, FigureSheet sheet) {
        Map<Long, String> cells = new LinkedHashMap<>();
        Map<Long, FigureSheet.Reading> shown = new LinkedHashMap<>();
        values.forEach((commune, value) -> {
            FigureSheet.Reading reading = FigureSheet.Reading.of(value, kept(locked.get(commune), value));
            shown.put(commune, reading);
            cells.put(commune, printed(line, value, reading));
        });
        FigureSheet.Line whole = sheet.lines().get(FigureSheet.key(line.indicator(), line.variant()));
        if (whole == null) {
            return new CommuneColumn(cells, "", "");
        }
        FigureSheet.Reading living = FigureSheet.Reading.of(whole.value(), null);
        String now = printed(line, whole.value(), living);
        FigureSheet.Reading sum =
                addsUp(values.values(), whole.value()) ? added(shown.values(), whole.value()) : living;
        return new CommuneColumn(cells, now, printed(line, whole.value(), sum));
    }

    String cell(long commune) {
        return cells.getOrDefault(commune, "");
    }

    private static @Nullable ReportFigure kept(@Nullable List<ReportFigure> figures, IndicatorValue value) {
        return figures == null
                ? null
                : figures.stream()
                        .filter(it -> it.indicator().equals(value.indicator())
                                && it.variant().equals(value.variant().code()))
                        .findFirst()
                        .orElse(null);
    }

    /** Distinct persons and procedures do not: then the communes of now do not make the whole of now. */
    private static boolean addsUp(Collection<IndicatorValue> parts, IndicatorValue whole) {
        List<IndicatorValue> known = parts.stream()
                .filter(it -> it.value() != null && it.stated() == null)
                .toList();
        return whole.value() != null
                && whole.stated() == null
                && same(total(known, IndicatorValue::numerator), whole.numerator())
                && (whole.kind() == Kind.COUNT || same(total(known, IndicatorValue::denominator), whole.denominator()));
    }

    private static FigureSheet.Reading added(Collection<FigureSheet.Reading> shown, IndicatorValue whole) {
        List<FigureSheet.Reading> known =
                shown.stream().filter(it -> it.value() != null).toList();
        BigDecimal part = total(known, FigureSheet.Reading::numerator);
        BigDecimal all = whole.kind() == Kind.RATE ? total(known, FigureSheet.Reading::denominator) : null;
        BigDecimal value = all == null
                ? part
                : all.signum() == 0
                        ? null
                        : part.multiply(whole.definition().factor()).divide(all, MathContext.DECIMAL64);
        return new FigureSheet.Reading(
                part, all, value, whole.target(), whole.kind(), false, false, whole.exact(), whole.coverage());
    }

    private static <T> BigDecimal total(Collection<T> parts, Function<T, @Nullable BigDecimal> part) {
        return parts.stream()
                .map(it -> {
                    BigDecimal amount = part.apply(it);
                    return amount == null ? BigDecimal.ZERO : amount;
                })
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean same(BigDecimal one, @Nullable BigDecimal other) {
        return other != null && one.compareTo(other) == 0;
    }

    private static String printed(FormLine line, IndicatorValue value, FigureSheet.Reading reading) {
        PaperFigure figure = new FigureSheet(Map.of(
                        FigureSheet.key(line.indicator(), line.variant()),
                        new FigureSheet.Line(value, List.of(reading, reading, reading))))
                .figure(line, "");
        return figure == null ? "" : Printed.value(figure);
    }
}
