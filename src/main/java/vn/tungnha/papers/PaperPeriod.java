package vn.tungnha.papers;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.Period.Grain;

/**
 * The time a paper reports on: a month, quarter or year, or half a year ({@code 2026-H1}).
 *
 * @param named the days of that name in the calendar; the province's cut-off moves them
 */
public record PaperPeriod(PaperGrain grain, Period named) {

    private static final Pattern HALF = Pattern.compile("(\\d{4})-H([12])");
    private static final String[] ROMAN = {"I", "II", "III", "IV"};
    private static final int MONTHS_OF_HALF = 6;

    public static Optional<PaperPeriod> parse(String code) {
        Matcher half = HALF.matcher(code);
        if (half.matches()) {
            return Optional.of(half(Integer.parseInt(half.group(1)), Integer.parseInt(half.group(2))));
        }
        return Period.parse(code).map(PaperPeriod::of);
    }

    public static PaperPeriod of(Period named) {
        return new PaperPeriod(PaperGrain.valueOf(named.grain().name()), named);
    }

    /** The period of a length that holds a day. */
    public static PaperPeriod of(PaperGrain grain, LocalDate day) {
        return grain == PaperGrain.HALF
                ? half(day.getYear(), day.getMonthValue() > MONTHS_OF_HALF ? 2 : 1)
                : of(Period.of(Grain.valueOf(grain.name()), day));
    }

    private static PaperPeriod half(int year, int number) {
        LocalDate first = LocalDate.of(year, (number - 1) * MONTHS_OF_HALF + 1, 1);
        LocalDate last = first.plusMonths(MONTHS_OF_HALF).minusDays(1);
        return new PaperPeriod(PaperGrain.HALF, new Period(year + "-H" + number, Grain.CUMULATIVE, first, last));
    }

    public String code() {
        return named.code();
    }

    public PaperPeriod previous() {
        return of(grain, named.first().minusDays(1));
    }

    public PaperPeriod next() {
        return of(grain, named.last().plusDays(1));
    }

    public PaperPeriod sameLastYear() {
        return of(grain, named.first().minusYears(1));
    }

    /** As documents say it: "tháng 9 năm 2024", "quý III năm 2024", "6 tháng đầu năm 2024". */
    public String words() {
        int month = named.first().getMonthValue();
        String year = "năm " + named.first().getYear();
        return switch (grain) {
            case MONTH -> "tháng " + month + " " + year;
            case QUARTER -> "quý " + ROMAN[(month - 1) / 3] + " " + year;
            case HALF -> "6 tháng " + (month == 1 ? "đầu " : "cuối ") + year;
            case YEAR -> year;
        };
    }
}
