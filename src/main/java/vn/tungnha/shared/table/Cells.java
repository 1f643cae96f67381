package vn.tungnha.shared.table;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people and spreadsheets write into cells, as values. Null = not to be read as that. */
final class Cells {

    static final Map<String, Boolean> YES_OR_NO = Map.ofEntries(
            Map.entry("co", true),
            Map.entry("x", true),
            Map.entry("yes", true),
            Map.entry("true", true),
            Map.entry("1", true),
            Map.entry("khong", false),
            Map.entry("ko", false),
            Map.entry("no", false),
            Map.entry("false", false),
            Map.entry("0", false));

    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,15}([.,]\\d{1,6})?");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:[. ]\\d{3})+|\\d{1,3}(?:,\\d{3}){2,}");
    private static final Pattern VIETNAMESE_DAY = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern PHONE = Pattern.compile("(?:\\+?84|0)?(\\d{9})");
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final int EARLIEST_SERIAL = 10_000;
    private static final int LATEST_SERIAL = 80_000;

    private Cells() {}

    static @Nullable Integer whole(String text) {
        return WHOLE.matcher(text).matches() ? Integer.valueOf(text) : null;
    }

    /** 13781, 13.781 and 13 781 are the same; 97,18 and 97.18 too. */
    static @Nullable BigDecimal amount(String text) {
        String bare = text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text;
        if (GROUPED.matcher(bare).matches()) {
            return new BigDecimal(bare.replaceAll("[., ]", ""));
        }
        return AMOUNT.matcher(bare).matches() ? new BigDecimal(bare.replace(',', '.')) : null;
    }

    /** dd/MM/yyyy, yyyy-MM-dd, or the serial number of a spreadsheet. */
    static @Nullable LocalDate day(String text) {
        Integer serial = whole(text);
        if (serial != null) {
            return serial >= EARLIEST_SERIAL && serial <= LATEST_SERIAL ? SERIAL_ZERO.plusDays(serial) : null;
        }
        Matcher vietnamese = VIETNAMESE_DAY.matcher(text);
        if (vietnamese.matches()) {
            return day(vietnamese.group(3), vietnamese.group(2), vietnamese.group(1));
        }
        Matcher iso = ISO_DAY.matcher(text);
        return iso.matches() ? day(iso.group(1), iso.group(2), iso.group(3)) : null;
    }

    static @Nullable String phone(String text) {
        Matcher digits = PHONE.matcher(text.replaceAll("[\\s.()-]", ""));
        return digits.matches() ? "0" + digits.group(1) : null;
    }

    private static @Nullable LocalDate day(String year, String month, String day) {
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException notADay) {
            return null;
        }
    }
}
