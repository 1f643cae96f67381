package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures of units moved; published in the transaction that moves them, just before it commits. */
public record FiguresChanged(List<Change> changes) {

    /**
     * One measure of one unit.
     *
     * @param unit village of a counted figure, or the unit that reports
     * @param day the day it counts for; of a reported value the first day of its period
     * @param first the first day it is seen on: of a reported stock the day it is known from
     * @param last the last one; a counted stock is given by its day alone and stays moved ever after
     * @param amount by how much a counted figure moved; of a reported value the new one, null = not known
     * @param before of a reported value the one it had, null = not known
     */
    public record Change(
            long unit,
            int measure,
            LocalDate day,
            LocalDate first,
            LocalDate last,
            @Nullable BigDecimal amount,
            @Nullable BigDecimal before) {}
}
