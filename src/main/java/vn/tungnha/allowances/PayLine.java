package vn.tungnha.allowances;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a sheet.
 *
 * @param member null for what a team as a whole receives; then the name is its leader's
 * @param role LEADER, DEPUTY or MEMBER
 * @param period the month it pays for; an earlier one for a difference
 * @param days days paid; of a difference how many more or fewer; 1 for a team's month
 * @param rate đồng for a day, or a team's month
 * @param amount đồng; less than days times rate where a ceiling is reached
 * @param reason of a difference, else null
 * @param on the days paid for, of a difference those that came
 * @param notOn of a difference the days taken back
 */
public record PayLine(
        long team,
        String teamName,
        @Nullable UUID member,
        String name,
        String role,
        long rule,
        String period,
        int days,
        long rate,
        long amount,
        @Nullable String reason,
        List<LocalDate> on,
        List<LocalDate> notOn) {

    /** What it is about, whatever was reckoned for it. */
    record Key(long team, @Nullable UUID member, long rule) {}

    Key key() {
        return new Key(team, member, rule);
    }

    public boolean isDifference() {
        return reason != null;
    }

    public boolean isCapped() {
        return reason == null && amount < days * rate;
    }

    PayLine as(int otherDays, long otherAmount, String why, List<LocalDate> came, List<LocalDate> went) {
        return new PayLine(
                team, teamName, member, name, role, rule, period, otherDays, rate, otherAmount, why, came, went);
    }
}
