package vn.tungnha.shared.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

class CsvTable implements TableWriter {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** As many decimals as digits in a group of thousands. */
    private static final int GROUP = 3;

    private final CSVPrinter printer;

    CsvTable(OutputStream out) throws IOException {
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(BYTE_ORDER_MARK);
        printer = new CSVPrinter(writer, CSVFormat.EXCEL);
    }

    @Override
    public void heading(List<String> names) throws IOException {
        row(names);
    }

    @Override
    public void row(List<?> cells) throws IOException {
        for (Object cell : cells) {
            printer.print(text(cell));
        }
        printer.println();
    }

    @Override
    public void close() throws IOException {
        printer.close(true);
    }

    /** 97.125 reads like 97 thousand where a point groups thousands, also to our own imports: it is written 97.1250. */
    private static BigDecimal unmistakable(BigDecimal number) {
        return number.scale() == GROUP ? number.setScale(GROUP + 1) : number;
    }

    private static String text(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof BigDecimal number) {
            return unmistakable(number).toPlainString();
        }
        if (cell instanceof LocalDate day) {
            return DAY.format(day);
        }
        return cell instanceof Number ? cell.toString() : Formulas.defused(cell.toString());
    }
}
