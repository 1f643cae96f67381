package vn.tungnha.imports.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.RuleBroken;

/** An Excel workbook, read as a stream. */
@RequiredArgsConstructor
class XlsxFile {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.");
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final int DAYS_OF_1904 = 1462;
    private static final MathContext PRECISION = new MathContext(15);
    private static final int SHARE_DECIMALS = 4;

    private final Path file;

    void read(RawRows rows) throws IOException {
        new ZipGuard(file).check();
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
                Stream<Sheet> sheets = workbook.getSheets()) {
            for (Sheet sheet : sheets.toList()) {
                if (sheet.getVisibility() == SheetVisibility.VISIBLE && rows.sheet(sheet.getName())) {
                    read(sheet, workbook.isDate1904(), rows);
                }
            }
        } catch (ExcelReaderException
                | UncheckedIOException
                | IllegalArgumentException
                | IndexOutOfBoundsException broken) {
            throw new RuleBroken("imports.file.unreadable");
        }
    }

    private static void read(Sheet sheet, boolean from1904, RawRows rows) throws IOException {
        try (Stream<Row> stream = sheet.openStream()) {
            for (Iterator<Row> each = stream.iterator(); each.hasNext(); ) {
                Row row = each.next();
                if (!rows.row(row.getRowNum(), cells(row, from1904))) {
                    return;
                }
            }
        }
    }

    private static List<String> cells(Row row, boolean from1904) {
        List<String> texts = new ArrayList<>(row.getCellCount());
        for (Cell cell : row) {
            texts.add(cell == null ? "" : text(cell, from1904));
        }
        return texts;
    }

    private static String text(Cell cell, boolean from1904) {
        String raw = cell.getRawValue();
        // what a formula reckoned last is read like a number that was typed
        if (raw != null && cell.getValue() instanceof BigDecimal) {
            return number(raw, cell.getDataFormatString(), from1904);
        }
        if (cell.getType() == CellType.FORMULA) {
            return raw == null ? "" : raw;
        }
        String text = cell.getText();
        // an apostrophe in front is how spreadsheets, and our own tables, say "text"
        return text.length() > 1 && text.charAt(0) == '\'' && "=+-@".indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }

    /**
     * What the person sees: a day for a number in the format of a day, "90%" for 0.9 in the format of a share, no noise of
     * binary fractions, and a comma before decimals, as 85.125 would be taken for grouped thousands.
     */
    private static String number(String raw, @Nullable String format, boolean from1904) {
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
