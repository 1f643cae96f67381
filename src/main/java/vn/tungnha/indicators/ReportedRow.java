package vn.tungnha.indicators;

import java.math.BigDecimal;
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

    Part part() {
        return new Part(amount.multiply(weight), exact, capturedOn);
    }
}
