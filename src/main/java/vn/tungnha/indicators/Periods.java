package vn.tungnha.indicators;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.table.RowCheck;

/** Reporting periods as people write them into cells: 2026-09, 9/2026, 2026-Q3, Q3/2026, Quý 3/2026, 2026. */
final class Periods {

    private static final Pattern MONTH_FIRST = Pattern.compile("(?:THÁNG )?(\\d{1,2})[/-](\\d{4})");
    private static final Pattern QUARTER_FIRST = Pattern.compile("(?:Q|QUÝ |QUY )([1-4IV]{1,3})[/-](\\d{4})");

    private Periods() {}

    static @Nullable Period read(RowCheck row, String column) {
        String text = row.required(column);
        if (text == null) {
            return null;
        }
        Optional<Period> period = Period.parse(code(text.toUpperCase(Locale.ROOT)));
        if (period.isEmpty()) {
            row.error(column, "imports.row.not-a-period", text);
        }
        return period.orElse(null);
    }

    /** The day on which codes and names in a row of that period are read: its last, or today while it runs. */
    static LocalDate dayOf(@Nullable Period period, LocalDate today) {
        if (period == null || period.contains(today)) {
            return today;
        }
        return period.last();
    }

    private static String code(String text) {
        Matcher month = MONTH_FIRST.matcher(text);
        if (month.matches()) {
            return "%s-%02d".formatted(month.group(2), Integer.parseInt(month.group(1)));
        }
        Matcher quarter = QUARTER_FIRST.matcher(text);
        return quarter.matches() ? quarter.group(2) + "-Q" + arabic(quarter.group(1)) : text;
    }

    private static String arabic(String quarter) {
        return switch (quarter) {
            case "I" -> "1";
            case "II" -> "2";
            case "III" -> "3";
            case "IV" -> "4";
            default -> quarter;
        };
    }
}
