package vn.tungnha.shared.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes a table row by row, never holding it whole. Nothing a cell says can become a formula. */
public interface TableWriter extends AutoCloseable {

    /** UTF-8 with the mark by which spreadsheets know it. */
    static TableWriter csv(OutputStream out) throws IOException {
        return new CsvTable(out);
    }

    /** @param sheet name of the one sheet */
    static TableWriter xlsx(OutputStream out, String sheet) {
        return new XlsxTable(out, sheet);
    }

    void heading(List<String> names) throws IOException;

    /** Numbers stay numbers, days become days, everything else text; null is an empty cell. */
    void row(List<?> cells) throws IOException;

    @Override
    void close() throws IOException;
}
