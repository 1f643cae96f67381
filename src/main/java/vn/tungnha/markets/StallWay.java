package vn.tungnha.markets;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Days;

/** What a stall has, or had, from which day to which. */
public record StallWay(String way, @Nullable String provider, LocalDate validFrom, LocalDate validTo) {

    public WayToken token() {
        return new WayToken(way, provider);
    }

    public boolean lasts() {
        return validTo.equals(Days.FOREVER);
    }
}
