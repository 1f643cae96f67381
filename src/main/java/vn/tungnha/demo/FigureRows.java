package vn.tungnha.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyManager;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Period;

/** Reported values, populations and targets on their way into the database. */
final class FigureRows {

    private final CopyWriter values = new CopyWriter(
            "reported_value",
            "unit_id, measure_id, period, first_day, last_day, amount, source, captured_on, note, demonstration, entered_at");
    private final CopyWriter targets = new CopyWriter(
            "target",
            "version, indicator_id, unit_id, team_id, period, first_day, last_day, amount, kind, note, demonstration, entered_at");
    private final boolean madeUp;

    FigureRows(boolean madeUp) {
        this.madeUp = madeUp;
    }

    void value(long unit, int measure, Period period, Number amount, String source, LocalDate capturedOn) {
        values.row(
                unit,
                measure,
                period.code(),
                period.first(),
                period.last(),
                amount,
                source,
                capturedOn,
                null,
                madeUp,
                entered(capturedOn));
    }

    void target(
            int indicator,
            @Nullable Long unit,
            @Nullable Long team,
            Period period,
            BigDecimal amount,
            String kind,
            @Nullable String note) {
        targets.row(
                1,
                indicator,
                unit,
                team,
                period.code(),
                period.first(),
                period.last(),
                amount,
                kind,
                note,
                madeUp,
                entered(period.first()));
    }

    void send(CopyManager copy) {
        values.send(copy);
        targets.send(copy);
    }

    private static OffsetDateTime entered(LocalDate day) {
        return day.atTime(9, 0).atZone(Days.ZONE).toOffsetDateTime();
    }
}
