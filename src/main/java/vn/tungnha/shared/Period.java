package vn.tungnha.shared;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reporting period: a calendar month {@code 2024-09}, quarter {@code 2024-Q3} or year {@code 2024}, or any run of days.
 *
 * @param code as written in addresses and tables
 * @param first first day
 * @param last last day, included
 */
public record Period(String code, Grain grain, LocalDate first, LocalDate last) {

    private static final Pattern CODE = Pattern.compile("(\\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?");

    /** How long a period is. CUMULATIVE is any run of days that is none of the others. */
    public enum Grain {
        MONTH,
        QUARTER,
        YEAR,
        CUMULATIVE
    }

    public static Optional<Period> parse(String code) {
        Matcher parts = CODE.matcher(code);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(parts.group(1));
        if (parts.group(2) != null) {
            return Optional.of(quarter(year, Integer.parseInt(parts.group(2))));
        }
        return Optional.of(
                parts.group(3) == null ? year(year) : month(YearMonth.of(year, Integer.parseInt(parts.group(3)))));
    }

    public static Period month(YearMonth month) {
        return new Period(month.toString(), Grain.MONTH, month.atDay(1), month.atEndOfMonth());
    }

    public static Period quarter(int year, int quarter) {
        LocalDate first = LocalDate.of(year, quarter * 3 - 2, 1);
        return new Period(
                year + "-Q" + quarter, Grain.QUARTER, first, first.plusMonths(3).minusDays(1));
    }

    public static Period year(int year) {
        return new Period("%04d".formatted(year), Grain.YEAR, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** From the first to the last day, both included, whatever the calendar says. */
    public static Period between(LocalDate first, LocalDate last) {
        return new Period(first + "/" + last, Grain.CUMULATIVE, first, last);
    }

    /** The period of this grain that holds a day. */
    public static Period of(Grain grain, LocalDate day) {
        return switch (grain) {
            case MONTH -> month(YearMonth.from(day));
            case QUARTER -> quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
            case YEAR -> year(day.getYear());
            case CUMULATIVE -> between(Days.SINCE_EVER, day);
        };
    }

    /** The one that ends the day before: as many months where these are whole ones, wherever they are cut, else as many days. */
    public Period previous() {
        if (grain != Grain.CUMULATIVE) {
            return of(grain, first.minusDays(1));
        }
        return between(isWholeMonths() ? first.minusMonths(months()) : first.minusDays(days()), first.minusDays(1));
    }

    public Period next() {
        return grain == Grain.CUMULATIVE ? this : of(grain, last.plusDays(1));
    }

    public Period sameLastYear() {
        if (grain != Grain.CUMULATIVE) {
            return of(grain, first.minusYears(1));
        }
        LocalDate from = first.minusYears(1);
        return between(from, isWholeMonths() ? from.plusMonths(months()).minusDays(1) : last.minusYears(1));
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** Also from the 15th to the 14th: the day after the last is the first one some months on. */
    private boolean isWholeMonths() {
        return months() > 0 && first.plusMonths(months()).equals(last.plusDays(1));
    }

    private long months() {
        return ChronoUnit.MONTHS.between(first, last.plusDays(1));
    }

    private long days() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }
}
