package vn.tungnha.markets;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Days;

/**
 * A stall and what it has today.
 *
 * @param askedOn last day somebody wrote down what it has; null = nobody asked yet
 * @param ways what it has today
 * @param visitedOn last day anybody came by; null = nobody yet
 * @param seen somebody came by in the round that is going on
 */
public record StallView(
        UUID id,
        int version,
        UUID marketId,
        @Nullable UUID householdId,
        String line,
        String number,
        @Nullable String goods,
        @Nullable String trader,
        @Nullable String phoneLast3,
        LocalDate openedOn,
        LocalDate closedOn,
        @Nullable LocalDate askedOn,
        List<WayToken> ways,
        boolean cashless,
        @Nullable LocalDate visitedOn,
        boolean seen,
        boolean coded) {

    public boolean open() {
        return closedOn.equals(Days.FOREVER);
    }

    /** Such as "A 12". */
    public String name() {
        return line.isEmpty() ? number : line + " " + number;
    }
}
