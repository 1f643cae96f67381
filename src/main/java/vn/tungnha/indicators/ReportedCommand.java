package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import vn.tungnha.shared.Period;

/**
 * What a unit reports for a period.
 *
 * @param values by measure code; empty = not known, which is not 0
 */
public record ReportedCommand(
        long unitId, Period period, String source, LocalDate capturedOn, Map<String, Optional<BigDecimal>> values) {}
