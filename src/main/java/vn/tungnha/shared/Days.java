package vn.tungnha.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Calendar days in Việt Nam, and the two days that stand for "open" in our tables. */
public final class Days {

    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** First day of whatever was there before our records begin. */
    public static final LocalDate SINCE_EVER = LocalDate.of(1900, 1, 1);

    /** Last day of whatever is still in force. */
    public static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    private Days() {}

    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    public static LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }
}
