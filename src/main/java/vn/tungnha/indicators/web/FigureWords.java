package vn.tungnha.indicators.web;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import vn.tungnha.indicators.Amounts;
import vn.tungnha.indicators.IndicatorDefinition;
import vn.tungnha.indicators.IndicatorDefinition.Kind;
import vn.tungnha.indicators.IndicatorValue;
import vn.tungnha.indicators.MeasureView.Source;
import vn.tungnha.indicators.StatedValue;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.Vn;

/** Figures as finished text. */
record FigureWords(MessageSource messages, Locale locale) {

    boolean english() {
        return locale.getLanguage().equals("en");
    }

    Vn vn() {
        return Vn.in(locale);
    }

    String text(String key, Object... arguments) {
        return messages.getMessage("indicators." + key, arguments, locale);
    }

    Amounts amounts() {
        return Amounts.in(locale);
    }

    String value(IndicatorValue value) {
        String amount = amounts().of(value);
        return value.source() == Source.STATED ? qualified(value.qualifier(), amount) : amount;
    }

    String parts(IndicatorValue value) {
        return value.kind() == Kind.COUNT
                ? vn().number(value.numerator())
                : vn().fraction(value.numerator(), value.denominator());
    }

    String target(IndicatorValue value) {
        String target = amounts().given(value.definition(), value.variant().kind(), value.target());
        return value.targetCarried() ? text("target.carried", target) : target;
    }

    String ofTarget(IndicatorValue value) {
        return vn().percent(value.ofTarget(), 1);
    }

    String level(IndicatorValue value) {
        return value.level();
    }

    String source(IndicatorValue value) {
        return value.origin() == null || value.value() == null ? Vn.NONE : text("source." + value.origin());
    }

    String stated(StatedValue stated, IndicatorDefinition definition, Kind kind) {
        BigDecimal amount = stated.value() == null ? stated.numerator() : stated.value();
        boolean count = kind == Kind.COUNT || stated.value() == null;
        return qualified(stated.qualifier(), amounts().given(definition, count ? Kind.COUNT : Kind.RATE, amount));
    }

    String period(Period period) {
        String year = String.valueOf(period.first().getYear());
        return switch (period.grain()) {
            case MONTH -> text("period.month", String.valueOf(period.first().getMonthValue()), year);
            case QUARTER ->
                text("period.quarter", String.valueOf((period.first().getMonthValue() + 2) / 3), year);
            case YEAR -> text("period.year", year);
            case CUMULATIVE -> {
                String days = vn().day(period.first()) + "–" + vn().day(period.last());
                yield period.named().grain() == Period.Grain.CUMULATIVE
                        ? days
                        : text("period.reported", period(period.named()), days);
            }
        };
    }

    /** At the beginning of a line. */
    String periodTitle(Period period) {
        String text = period(period);
        return text.substring(0, 1).toUpperCase(locale) + text.substring(1);
    }

    /** As short as an axis wants it. */
    String tick(Period period) {
        String year = String.valueOf(period.first().getYear()).substring(2);
        int month = period.first().getMonthValue();
        return switch (period.grain()) {
            case MONTH -> text("tick.month", String.valueOf(month), year);
            case QUARTER -> text("tick.quarter", String.valueOf((month + 2) / 3), year);
            case YEAR -> String.valueOf(period.first().getYear());
            case CUMULATIVE -> vn().day(period.last());
        };
    }

    private String qualified(@Nullable String qualifier, String amount) {
        return qualifier == null || qualifier.equals("EXACT") ? amount : text("qualifier." + qualifier) + " " + amount;
    }
}
