package vn.tungnha.indicators.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.tungnha.indicators.IndicatorValue;
import vn.tungnha.indicators.StatedValue;
import vn.tungnha.indicators.Structure;

/** A value as the API answers it. */
record ValueView(
        @Nullable String unit,
        String unitName,
        @Nullable String team,
        String indicator,
        String kind,
        String variant,
        String period,
        String structure,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value,
        @Nullable String qualifier,
        @Nullable BigDecimal target,
        @Nullable String targetPeriod,
        @Nullable String targetSource,
        @Nullable BigDecimal previous,
        @Nullable BigDecimal sameLastYear,
        @Nullable String source,
        @Nullable StatedView stated,
        @Nullable CoverageView coverage,
        boolean exact,
        @Nullable LocalDate asOf,
        boolean locked,
        String periodName) {

    static ValueView of(IndicatorValue value, @Nullable String unit, String name, Structure structure) {
        var source = value.source();
        var coverage = value.coverage();
        return new ValueView(
                unit,
                name,
                value.ofTeam() ? String.valueOf(value.place()) : null,
                value.indicator(),
                value.kind().name(),
                value.variant().code(),
                value.period().code(),
                structure.label(),
                plain(value.numerator()),
                plain(value.denominator()),
                plain(value.value()),
                value.qualifier(),
                plain(value.target()),
                value.targetPeriod(),
                value.targetSource(),
                plain(value.previous()),
                plain(value.sameLastYear()),
                source == null || value.value() == null && value.numerator() == null ? null : source.name(),
                value.stated() == null ? null : StatedView.of(value.stated()),
                coverage == null ? null : new CoverageView(coverage.units(), coverage.of()),
                value.exact(),
                value.asOf(),
                value.locked(),
                value.period().named().code());
    }

    /** Without trailing zeros and never as 1E+1. */
    static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        if (number == null) {
            return null;
        }
        BigDecimal bare = number.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }

    record CoverageView(int units, int of) {}

    record StatedView(
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            boolean inferred,
            String qualifier,
            @Nullable Integer rank,
            @Nullable Integer ranked,
            @Nullable BigDecimal target,
            String statedAs,
            String source) {

        static StatedView of(StatedValue stated) {
            return new StatedView(
                    plain(stated.value()),
                    plain(stated.numerator()),
                    plain(stated.denominator()),
                    stated.inferred(),
                    stated.qualifier(),
                    stated.rank(),
                    stated.ranked(),
                    plain(stated.statedTarget()),
                    stated.statedAs(),
                    stated.source());
        }
    }
}
