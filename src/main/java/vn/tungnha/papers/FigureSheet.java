package vn.tungnha.papers;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tungnha.closing.ReportFigure;
import vn.tungnha.indicators.Amounts;
import vn.tungnha.indicators.Coverage;
import vn.tungnha.indicators.IndicatorDefinition;
import vn.tungnha.indicators.IndicatorDefinition.Kind;
import vn.tungnha.indicators.IndicatorValue;
import vn.tungnha.indicators.MeasureView.Source;

/** The figures of one paper, read once, as its lines want them. */
record FigureSheet(Map<String, Line> lines) {

    static String key(String indicator, @Nullable String variant) {
        return variant == null ? indicator : indicator + "." + variant;
    }

    /**
     * One indicator.
     *
     * @param readings of the period, the one before, and the same last year
     */
    record Line(IndicatorValue value, List<Reading> readings) {}

    /**
     * What counts for one period: what was locked or handed in, else what is reckoned now.
     *
     * @param same whether the kept figure is what is reckoned now
     */
    record Reading(
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal value,
            @Nullable BigDecimal target,
            Kind kind,
            boolean kept,
            boolean same,
            boolean exact,
            @Nullable Coverage coverage) {

        static Reading of(IndicatorValue now, @Nullable ReportFigure kept) {
            if (kept == null) {
                return new Reading(
                        now.numerator(),
                        now.denominator(),
                        now.value(),
                        now.target(),
                        now.kind(),
                        false,
                        true,
                        now.exact(),
                        now.coverage());
            }
            boolean same = equal(kept.value(), now.value());
            return new Reading(
                    kept.numerator(),
                    kept.denominator(),
                    kept.value(),
                    kept.target(),
                    kept.kind(),
                    true,
                    same,
                    kept.exact() && (!same || now.exact()),
                    kept.coverage() == null && same ? now.coverage() : kept.coverage());
        }

        private static boolean equal(@Nullable BigDecimal one, @Nullable BigDecimal other) {
            return one == null || other == null ? one == other : one.compareTo(other) == 0;
        }

        @Nullable
        BigDecimal part(FormLine.Part part) {
            return switch (part) {
                case VALUE -> value;
                case NUMERATOR -> numerator;
                case DENOMINATOR -> denominator;
            };
        }
    }

    /** Null when the sheet was read without that indicator. */
    @Nullable
    PaperFigure figure(FormLine line, String mark) {
        Line found = lines.get(key(line.indicator(), line.variant()));
        return found == null ? null : figure(line, mark, found);
    }

    /** What is published and cannot be printed as a figure, such as a number without its whole, is said too. */
    private static @Nullable String published(IndicatorValue value, Reading now, boolean stated) {
        boolean rate = now.kind() == Kind.RATE;
        if (now.value() == null) {
            return PublishedBeside.of(value.stated(), rate, null, null);
        }
        return stated ? null : PublishedBeside.of(value.stated(), rate, now.numerator(), now.value());
    }

    private static PaperFigure figure(FormLine line, String mark, Line found) {
        IndicatorValue value = found.value();
        IndicatorDefinition definition = value.definition();
        Reading now = found.readings().get(0);
        boolean whole = line.part() == FormLine.Part.VALUE;
        boolean rate = whole && now.kind() == Kind.RATE;
        boolean stated = whole && now.same() && value.source() == Source.STATED;
        String usual = rate ? "%" : definition.kind() == Kind.RATE ? "" : definition.unitVi();
        return new PaperFigure(
                key(line.indicator(), line.variant()),
                line.mark().isEmpty() ? mark : line.mark(),
                line.label().isEmpty() ? definition.nameVi() : line.label(),
                line.unit().isEmpty() ? usual : line.unit(),
                rate ? Kind.RATE : Kind.COUNT,
                rate && value.variant().ofQuota(),
                definition.direction().equals("UP"),
                whole ? now.numerator() : now.part(line.part()),
                whole ? now.denominator() : null,
                now.part(line.part()),
                whole ? now.target() : null,
                found.readings().get(1).part(line.part()),
                found.readings().get(2).part(line.part()),
                stated ? value.qualifier() : null,
                stated,
                now.coverage(),
                now.exact(),
                now.kept(),
                value.asOf(),
                definition.source(),
                whole ? published(value, now, stated) : null,
                Amounts.decimals(definition, rate ? Kind.RATE : Kind.COUNT));
    }
}
