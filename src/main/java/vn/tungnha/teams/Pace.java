package vn.tungnha.teams;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How regularly a team logs its contacts, judged by the last one. */
public enum Pace {
    /** Within {@value #REGULAR_DAYS} days. */
    REGULAR,
    /** Longer ago, but not yet {@value #STOPPED_DAYS} days. */
    SPARSE,
    STOPPED,
    /** Nothing logged yet. */
    NEVER;

    private static final int REGULAR_DAYS = 3;
    private static final int STOPPED_DAYS = 14;

    static TeamRow.Activity on(LocalDate today, @Nullable LocalDate lastOn) {
        if (lastOn == null) {
            return new TeamRow.Activity(NEVER, null, 0);
        }
        long days = Math.max(0, ChronoUnit.DAYS.between(lastOn, today));
        Pace pace = days <= REGULAR_DAYS ? REGULAR : days < STOPPED_DAYS ? SPARSE : STOPPED;
        return new TeamRow.Activity(pace, lastOn, days);
    }
}
