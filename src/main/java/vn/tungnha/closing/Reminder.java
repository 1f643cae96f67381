package vn.tungnha.closing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Something about the last month's reports that somebody still has to do.
 *
 * @param place the team, the commune, or the unit above
 * @param count how many; of {@code WARD_LOCK} and those of teams always 1
 * @param of of how many
 */
public record Reminder(Sort sort, long place, ReportPeriod period, long count, long of) {

    /** Who owes what. */
    public enum Sort {
        TEAM_HAND_IN,
        TEAM_MEND,
        WARD_APPROVE,
        WARD_MISSING,
        WARD_LOCK,
        WARDS_LOCK;

        boolean isOfTeams() {
            return this == TEAM_HAND_IN || this == TEAM_MEND || this == WARD_MISSING;
        }
    }

    public LocalDate due() {
        return sort.isOfTeams() ? period.teamDue() : period.wardDue();
    }

    /** Below zero when the day is past. */
    public long daysLeft(LocalDate today) {
        return ChronoUnit.DAYS.between(today, due());
    }
}
