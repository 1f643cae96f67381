package vn.tungnha.imports.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers and texts of workbooks as the person sees them. */
final class Numbers {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.");
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final int DAYS_OF_1904 = 1462;
    private static final MathContext PRECISION = new MathContext(15);

    private Numbers() {}

    /** A day for a number in the format of a day, and no noise of binary fractions. */
    static String text(String raw, @Nullable String format, boolean from1904) {
        BigDecimal number;
        try {
            number = new BigDecimal(raw).round(PRECISION).stripTrailingZeros();
        } catch (NumberFormatException notANumber) {
            return raw;
        }
        if (format != null && isDay(format) && number.signum() > 0 && number.precision() - number.scale() <= 6) {
            return DAY.format(SERIAL_ZERO.plusDays(number.intValue() + (from1904 ? DAYS_OF_1904 : 0)));
        }
        return number.precision() - number.scale() > 30 ? raw : number.toPlainString();
    }

    /** An apostrophe in front is how spreadsheets, and our own tables, say "text". */
    static String untied(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && "=+-@".indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }

    private static boolean isDay(String format) {
        String bare = QUOTED.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
        return bare.indexOf('y') >= 0 && bare.indexOf('m') >= 0 || bare.indexOf('d') >= 0 && bare.indexOf('m') >= 0;
    }
}
