package vn.tungnha.gateway;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.tungnha.indicators.Structure;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.Period.Grain;
import vn.tungnha.shared.RuleBroken;

/**
 * What a feed shows. The address stays the same from month to month: without days it rolls on with the calendar.
 *
 * @param unit code, pinned to a day or not
 * @param children the parts of the unit beside the unit itself
 * @param indicators codes; empty = all
 * @param periods by their names
 * @param days {@code reported}: by the days the unit's province reports them by
 */
public record FeedQuery(
        String unit,
        boolean children,
        List<String> indicators,
        List<Period> periods,
        Structure structure,
        @Nullable String days) {

    private static final int MONTHS = 12;
    private static final int MOST_PERIODS = 120;

    public static FeedQuery of(
            @Nullable String unit,
            boolean children,
            @Nullable List<String> indicators,
            @Nullable String from,
            @Nullable String to,
            @Nullable String grain,
            @Nullable String structure,
            @Nullable String days,
            LocalDate today) {
        if (unit == null || unit.isBlank()) {
            throw RuleBroken.at("unit", "gateway.feed.error.unit");
        }
        YearMonth last = month("to", to, YearMonth.from(today));
        YearMonth first = month("from", from, last.minusMonths(MONTHS - 1));
        return new FeedQuery(
                unit.strip(),
                children,
                indicators == null ? List.of() : List.copyOf(indicators),
                periods(grain(grain), first, last),
                structure(structure, today),
                days);
    }

    private static List<Period> periods(Grain grain, YearMonth first, YearMonth last) {
        List<Period> periods = new ArrayList<>();
        for (Period period = Period.of(grain, first.atDay(1));
                !period.first().isAfter(last.atDay(1));
                period = period.next()) {
            if (periods.size() == MOST_PERIODS) {
                throw tooMany();
            }
            periods.add(period);
        }
        if (periods.isEmpty()) {
            throw tooMany();
        }
        return periods;
    }

    private static RuleBroken tooMany() {
        return RuleBroken.at("from", "gateway.feed.error.periods", MOST_PERIODS);
    }

    private static YearMonth month(String field, @Nullable String text, YearMonth usual) {
        if (text == null || text.isBlank()) {
            return usual;
        }
        try {
            YearMonth month = YearMonth.parse(text);
            if (isReadable(month.getYear())) {
                return month;
            }
        } catch (DateTimeException e) {
            throw RuleBroken.at(field, "gateway.feed.error.month");
        }
        throw RuleBroken.at(field, "gateway.feed.error.month");
    }

    /** Java reads years of nine digits; the database does not. */
    private static boolean isReadable(int year) {
        return year >= 1900 && year < 9999;
    }

    private static Grain grain(@Nullable String text) {
        String wanted = text == null || text.isBlank() ? "month" : text.toLowerCase(Locale.ROOT);
        return switch (wanted) {
            case "month" -> Grain.MONTH;
            case "quarter" -> Grain.QUARTER;
            case "year" -> Grain.YEAR;
            default -> throw RuleBroken.at("grain", "gateway.feed.error.grain");
        };
    }

    private static Structure structure(@Nullable String text, LocalDate today) {
        if (text == null || text.isBlank() || text.equals("then")) {
            return Structure.then();
        }
        if (text.equals("locked")) {
            return Structure.asLocked();
        }
        try {
            LocalDate day = text.equals("now") ? today : LocalDate.parse(text);
            if (isReadable(day.getYear())) {
                return Structure.on(day);
            }
        } catch (DateTimeException e) {
            throw RuleBroken.at("structure", "gateway.feed.error.structure");
        }
        throw RuleBroken.at("structure", "gateway.feed.error.structure");
    }
}
