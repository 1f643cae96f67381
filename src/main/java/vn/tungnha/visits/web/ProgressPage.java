package vn.tungnha.visits.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.chart.Bullet;
import vn.tungnha.shared.chart.Ring;

/**
 * How the team's month goes.
 *
 * @param following code of the next month, null in the present one
 * @param ring how much of the plan is done, null without a plan
 * @param hint what to say where there is no plan
 * @param rank null where the team had no home in any ward
 */
record ProgressPage(
        String subtitle,
        String month,
        String previous,
        @Nullable String following,
        @Nullable Ring ring,
        String headline,
        @Nullable String hint,
        @Nullable Rank rank,
        List<Meter> meters) {

    /** Where it stands; {@code sign} 1 when it rose, -1 when it fell. */
    record Rank(String text, int sign, String change) {}

    /** Holders of one account type; {@code level} null without a target. */
    record Meter(
            String name,
            String value,
            String fraction,
            Bullet bullet,
            @Nullable String level,
            @Nullable String levelText) {}
}
