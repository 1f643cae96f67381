package vn.tungnha.papers;

import java.math.BigDecimal;
import java.time.LocalDate;
import lombok.With;
import org.jspecify.annotations.Nullable;
import vn.tungnha.indicators.Coverage;
import vn.tungnha.indicators.IndicatorDefinition.Kind;

/** Figures of papers, made up one by one; the defaults are those of an exact rate without target or past. */
@With
public record TestFigures(
        String label,
        Kind kind,
        String unit,
        @Nullable String numerator,
        @Nullable String denominator,
        @Nullable String value,
        @Nullable String target,
        @Nullable String previous,
        @Nullable String lastYear,
        boolean quota,
        boolean up,
        @Nullable String qualifier,
        boolean stated,
        @Nullable Coverage coverage,
        int decimals) {

    public static TestFigures rate(String label, long numerator, long denominator) {
        BigDecimal value = Printed.hundredfold(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
        return new TestFigures(
                label,
                Kind.RATE,
                "%",
                String.valueOf(numerator),
                String.valueOf(denominator),
                value.toString(),
                null,
                null,
                null,
                false,
                true,
                null,
                false,
                null,
                2);
    }

    public static TestFigures count(String label, String unit, @Nullable String value) {
        return new TestFigures(
                label, Kind.COUNT, unit, value, null, value, null, null, null, false, true, null, false, null, 2);
    }

    public TestFigures target(String amount) {
        return withTarget(amount);
    }

    public TestFigures before(@Nullable String previous, @Nullable String lastYear) {
        return withPrevious(previous).withLastYear(lastYear);
    }

    public TestFigures ofQuota() {
        return withQuota(true).withTarget("100");
    }

    public TestFigures lessIsBetter() {
        return withUp(false);
    }

    public TestFigures stated(String qualifier, String value) {
        return withQualifier(qualifier)
                .withValue(value)
                .withStated(true)
                .withNumerator(null)
                .withDenominator(null);
    }

    public TestFigures over(int units, int of) {
        return withCoverage(new Coverage(units, of));
    }

    public PaperFigure figure() {
        return new PaperFigure(
                "CODE",
                "1",
                label,
                unit,
                kind,
                quota,
                up,
                number(numerator),
                number(denominator),
                number(value),
                number(target),
                number(previous),
                number(lastYear),
                qualifier,
                stated,
                coverage,
                true,
                false,
                LocalDate.of(2024, 9, 30),
                "Cổng Dịch vụ công quốc gia",
                null,
                kind == Kind.COUNT ? Integer.valueOf(0) : decimals);
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
