package vn.tungnha.indicators.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.tungnha.indicators.Structure;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.Period.Grain;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.units.UnitRef;

/** The periods, structure and unit code of a request for values, read and checked. */
record ValueRequest(List<Period> periods, Structure structure, String code, LocalDate codeDay) {

    /** Ten years of months; more is a mistake. */
    private static final int MOST_PERIODS = 120;

    private static final Pattern MONTH = Pattern.compile("(19|20|21)\\d\\d-(0[1-9]|1[0-2])");

    static ValueRequest of(
            String unit,
            @Nullable String from,
            @Nullable String to,
            @Nullable String grain,
            @Nullable String structure,
            @Nullable LocalDate on,
            LocalDate today) {
        YearMonth first = from == null ? null : month("from", from);
        YearMonth last = to == null ? (first == null ? YearMonth.from(today) : first) : month("to", to);
        if (first == null) {
            first = grain(grain) == Grain.CUMULATIVE ? last.withMonth(1) : last;
        }
        if (first.isAfter(last)) {
            throw RuleBroken.at("from", "indicators.error.from-after-to");
        }
        List<Period> periods = periods(grain(grain), first, last);
        Structure shown = structure(structure, today);
        UnitRef ref = UnitRef.parse(unit);
        LocalDate otherwise = on == null ? shown.day(periods.get(periods.size() - 1)) : on;
        return new ValueRequest(periods, shown, ref.code(), ref.dayOr(otherwise));
    }

    private static List<Period> periods(Grain grain, YearMonth first, YearMonth last) {
        if (grain == Grain.CUMULATIVE) {
            return List.of(Period.between(first.atDay(1), last.atEndOfMonth()));
        }
        List<Period> periods = new ArrayList<>();
        for (Period period = Period.of(grain, first.atDay(1));
                !period.first().isAfter(last.atDay(1));
                period = period.next()) {
            periods.add(period);
            if (periods.size() > MOST_PERIODS) {
                throw RuleBroken.at("to", "indicators.error.too-many-periods", MOST_PERIODS);
            }
        }
        return periods;
    }

    static Structure structure(@Nullable String text, LocalDate today) {
        String wanted = text == null || text.isBlank() ? "then" : text;
        return switch (wanted) {
            case "then" -> Structure.then();
            case "locked" -> Structure.asLocked();
            case "now" -> Structure.on(today);
            default -> Structure.on(day("structure", wanted));
        };
    }

    private static Grain grain(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Grain.MONTH;
        }
        try {
            return Grain.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw RuleBroken.at("grain", "indicators.error.grain");
        }
    }

    private static YearMonth month(String field, String text) {
        if (!MONTH.matcher(text).matches()) {
            throw RuleBroken.at(field, "indicators.error.month");
        }
        return YearMonth.parse(text);
    }

    private static LocalDate day(String field, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 1900 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeException e) {
            throw RuleBroken.at(field, "indicators.error.day");
        }
        throw RuleBroken.at(field, "indicators.error.day");
    }
}
