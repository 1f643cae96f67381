package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** A reported value as one spot takes it in. */
record ReportedRow(
        int n,
        long unitId,
        String level,
        BigDecimal weight,
        boolean exact,
        boolean own,
        int measureId,
        String period,
        LocalDate firstDay,
        LocalDate lastDay,
        BigDecimal amount,
        LocalDate capturedOn) {

    /** By name: thousands of rows, and the generic mapper tries every name twice. */
    static ReportedRow of(ResultSet row, int number) throws SQLException {
        return new ReportedRow(
                row.getInt("n"),
                row.getLong("unit_id"),
                row.getString("level"),
                row.getBigDecimal("weight"),
                row.getBoolean("exact"),
                row.getBoolean("own"),
                row.getInt("measure_id"),
                row.getString("period"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getBigDecimal("amount"),
                row.getObject("captured_on", LocalDate.class));
    }

    Part part() {
        return new Part(amount.multiply(weight), exact, capturedOn);
    }
}
