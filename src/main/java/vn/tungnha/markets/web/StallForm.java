package vn.tungnha.markets.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tungnha.markets.StallCommand;
import vn.tungnha.markets.StallView;

/**
 * What is typed of a stall.
 *
 * @param phone a new number; empty leaves the one there is
 * @param phoneOff takes the number off
 */
record StallForm(
        @Nullable UUID id,
        @Nullable Integer version,
        @Nullable String line,
        @Nullable String number,
        @Nullable String goods,
        @Nullable String trader,
        @Nullable String phone,
        @Nullable Boolean phoneOff,
        @Nullable UUID household) {

    static StallForm blank(String line) {
        return new StallForm(UUID.randomUUID(), null, line, "", "", "", "", false, null);
    }

    static StallForm of(StallView stall) {
        return new StallForm(
                stall.id(),
                stall.version(),
                stall.line(),
                stall.number(),
                stall.goods(),
                stall.trader(),
                "",
                false,
                stall.householdId());
    }

    StallCommand command() {
        String typed = phone == null ? "" : phone.strip();
        String told = Boolean.TRUE.equals(phoneOff) ? "" : typed.isEmpty() ? null : typed;
        return new StallCommand(line == null ? "" : line, number == null ? "" : number, goods, trader, told, household);
    }
}
