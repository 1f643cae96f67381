package vn.tungnha.shared.table;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A table as the answer to a request: a file to be kept. */
public final class TableAnswer {

    /** Spreadsheets know no longer names. */
    private static final int SHEET_NAME = 31;

    private TableAnswer() {}

    /** @param format {@code csv} or {@code xlsx} */
    public static TableWriter open(String name, String format, HttpServletResponse response) throws IOException {
        boolean csv = format.equals("csv");
        response.setContentType(
                csv ? "text/csv;charset=UTF-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "." + format + "\"");
        return csv
                ? TableWriter.csv(response.getOutputStream())
                : TableWriter.xlsx(response.getOutputStream(), name.substring(0, Math.min(SHEET_NAME, name.length())));
    }
}
