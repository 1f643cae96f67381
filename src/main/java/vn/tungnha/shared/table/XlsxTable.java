package vn.tungnha.shared.table;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

class XlsxTable implements TableWriter {

    private static final int FLUSH_EVERY = 500;
    private static final int WIDEST = 60;

    /** A number with no more decimals than that was rounded to be read; others are shown as a spreadsheet likes. */
    private static final int SHOWN = 4;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int next;

    XlsxTable(OutputStream out, String name) {
        workbook = new Workbook(out, "TungNha", "1.0");
        sheet = workbook.newWorksheet(name);
    }

    @Override
    public void heading(List<String> names) {
        for (int column = 0; column < names.size(); column++) {
            sheet.value(next, column, names.get(column));
            sheet.style(next, column).bold().wrapText(true).set();
            sheet.width(column, Math.min(WIDEST, Math.max(12, names.get(column).length() + 4)));
        }
        next++;
        sheet.freezePane(0, next);
    }

    @Override
    public void row(List<?> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            Object cell = cells.get(column);
            if (cell instanceof Number number) {
                sheet.value(next, column, number);
                if (number instanceof BigDecimal big && big.scale() > 0 && big.scale() <= SHOWN) {
                    sheet.style(next, column)
                            .format("0." + "0".repeat(big.scale()))
                            .set();
                }
            } else if (cell instanceof LocalDate day) {
                sheet.value(next, column, day);
                sheet.style(next, column).format("dd/mm/yyyy").set();
            } else if (cell != null && !cell.toString().isEmpty()) {
                sheet.value(next, column, Formulas.defused(cell.toString()));
            }
        }
        next++;
        if (next % FLUSH_EVERY == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
