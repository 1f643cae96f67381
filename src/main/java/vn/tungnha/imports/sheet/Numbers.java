package vn.tungnha.imports.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
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
    private static final int SHARE_DECIMALS = 4;

    private Numbers() {}

    /**
     * A day for a number in the format of a day, "90%" for 0.9 in the format of a share, no noise of binary fractions, and
     * a comma before decimals, as 85.125 would be taken for grouped thousands.
     */
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
        if (number.precision() - number.scale() > 30) {
            return raw;
        }
        return format != null && isShare(format) ? written(share(number)) + "%" : written(number);
    }

    private static BigDecimal share(BigDecimal number) {
        BigDecimal hundredfold = number.movePointRight(2).setScale(SHARE_DECIMALS, RoundingMode.HALF_UP);
        return hundredfold.signum() == 0 ? BigDecimal.ZERO : hundredfold.stripTrailingZeros();
    }

    private static String written(BigDecimal number) {
        return number.toPlainString().replace('.', ',');
    }

    /** An apostrophe in front is how spreadsheets, and our own tables, say "text". */
    static String untied(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && "=+-@".indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }

    private static boolean isShare(String format) {
        return bare(format).indexOf('%') >= 0;
    }

    private static boolean isDay(String format) {
        String bare = bare(format);
        return bare.indexOf('y') >= 0 && bare.indexOf('m') >= 0 || bare.indexOf('d') >= 0 && bare.indexOf('m') >= 0;
    }

    /** Without what it says literally. */
    private static String bare(String format) {
        return QUOTED.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
