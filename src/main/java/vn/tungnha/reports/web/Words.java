package vn.tungnha.reports.web;

import java.time.LocalDate;
import java.util.Locale;
import org.springframework.context.MessageSource;
import vn.tungnha.indicators.Amounts;
import vn.tungnha.indicators.IndicatorDefinition;
import vn.tungnha.indicators.Standing;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.Vn;

/** What a dashboard says, in the reader's language. */
record Words(MessageSource messages, Locale locale, Vn vn) {

    private static final String[] ROMAN = {"I", "II", "III", "IV"};

    static Words of(MessageSource messages, Locale locale) {
        return new Words(messages, locale, Vn.in(locale));
    }

    boolean english() {
        return "en".equals(locale.getLanguage());
    }

    Amounts amounts() {
        return new Amounts(vn);
    }

    String say(String key, Object... arguments) {
        return messages.getMessage("reports." + key, arguments, locale);
    }

    String name(IndicatorDefinition definition) {
        return english() ? definition.nameEn() : definition.nameVi();
    }

    String brief(IndicatorDefinition definition) {
        return english() ? definition.shortEn() : definition.shortVi();
    }

    String unit(IndicatorDefinition definition) {
        return english() ? definition.unitEn() : definition.unitVi();
    }

    /** What is said of somebody against a target, which may have been set for longer than the period that is shown. */
    String held(Standing standing, Period shown, String said) {
        Period period = standing.value().period();
        return period.equals(shown) ? said : say("attention.held", period(period), said);
    }

    /** "tháng 9/2024", as it stands within a sentence. */
    String period(Period period) {
        if (isNamedRun(period)) {
            return say("period.reported", period(period.named()), vn.day(period.first()), vn.day(period.last()));
        }
        LocalDate first = period.first();
        return switch (period.grain()) {
            case MONTH -> say("period.month", String.valueOf(first.getMonthValue()), year(first));
            case QUARTER -> say("period.quarter", quarter(first), year(first));
            case YEAR -> say("period.year", year(first));
            case CUMULATIVE -> say("period.cumulative", monthAndYear(first), monthAndYear(period.last()));
        };
    }

    /** Days that are reported under the name of a month, quarter or year. */
    private static boolean isNamedRun(Period period) {
        return period.grain() == Period.Grain.CUMULATIVE && period.named().grain() != Period.Grain.CUMULATIVE;
    }

    /** The same standing alone. */
    String title(Period period) {
        String text = period(period);
        return text.substring(0, 1).toUpperCase(locale) + text.substring(1);
    }

    /** Under an axis: 10/2023, III/2024, 2024. */
    String tick(Period period) {
        if (isNamedRun(period)) {
            return tick(period.named());
        }
        return switch (period.grain()) {
            case MONTH, CUMULATIVE -> monthAndYear(period.last());
            case QUARTER -> quarter(period.first()) + "/" + year(period.first());
            case YEAR -> year(period.first());
        };
    }

    /** "so với T8". */
    String against(Period previous) {
        if (isNamedRun(previous)) {
            return against(previous.named());
        }
        LocalDate first = previous.first();
        return switch (previous.grain()) {
            case MONTH -> say("against.month", String.valueOf(first.getMonthValue()));
            case QUARTER -> say("against.quarter", quarter(first));
            case YEAR -> say("against.year", year(first));
            case CUMULATIVE -> say("against.cumulative", monthAndYear(previous.last()));
        };
    }

    private static String quarter(LocalDate first) {
        return ROMAN[(first.getMonthValue() - 1) / 3];
    }

    private static String year(LocalDate day) {
        return String.valueOf(day.getYear());
    }

    private static String monthAndYear(LocalDate day) {
        return "%02d/%d".formatted(day.getMonthValue(), day.getYear());
    }
}
