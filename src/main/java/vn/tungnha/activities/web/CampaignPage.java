package vn.tungnha.activities.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.activities.ActivityView;
import vn.tungnha.activities.CampaignProgress;
import vn.tungnha.activities.CampaignView;
import vn.tungnha.shared.chart.Bullet;

/**
 * A campaign with how far it is.
 *
 * @param remainder what is left of the goal after all quotas; null without a goal
 */
record CampaignPage(
        String id,
        int version,
        String name,
        String place,
        String level,
        String days,
        String counted,
        @Nullable String goal,
        String total,
        @Nullable String share,
        @Nullable Bullet bar,
        @Nullable String remainder,
        @Nullable String note,
        @Nullable String summary,
        boolean closed,
        boolean runs,
        boolean byTeam,
        boolean over,
        int teams,
        List<Line> lines,
        String planned,
        List<ActivityCard> activities) {

    private static final int FEW = 12;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Few enough to be shown at once. */
    public boolean few() {
        return activities.size() <= FEW;
    }

    record Line(
            String id,
            String name,
            String commune,
            @Nullable Long typed,
            String quota,
            String value,
            String share) {}

    static CampaignPage of(
            CampaignView campaign,
            CampaignProgress.Standing standing,
            String counted,
            boolean runs,
            boolean over,
            List<ActivityView> activities,
            ActivityWords words) {
        Long goal = campaign.goal();
        return new CampaignPage(
                campaign.id().toString(),
                campaign.version(),
                campaign.name(),
                String.valueOf(campaign.unitName() == null ? campaign.teamName() : campaign.unitName()),
                words.say("activities.level." + (campaign.level() == null ? "TEAM" : campaign.level())),
                words.say(
                        "activities.span",
                        words.vn().day(campaign.firstDay()),
                        words.vn().day(campaign.lastDay())),
                counted,
                goal == null ? null : words.vn().number(goal),
                words.vn().number(standing.total()),
                goal == null ? null : share(standing.total(), goal, words),
                goal == null || standing.total() == null
                        ? null
                        : Bullet.of(
                                standing.total().doubleValue(),
                                (double) goal,
                                Math.max(goal, standing.total().doubleValue()),
                                "main",
                                campaign.name()),
                goal == null ? null : words.vn().number(goal - campaign.shared()),
                campaign.note(),
                campaign.summary(),
                campaign.closed(),
                runs,
                standing.byTeam(),
                over,
                campaign.teams(),
                standing.lines().stream()
                        .map(line -> new Line(
                                String.valueOf(line.id()),
                                line.name(),
                                line.commune(),
                                line.quota(),
                                words.vn().number(line.quota()),
                                words.vn().number(line.value()),
                                line.quota() == null ? "" : share(line.value(), line.quota(), words)))
                        .toList(),
                words.vn().number(activities.size()),
                activities.stream()
                        .map(activity -> ActivityCard.of(activity, "/activities/", words))
                        .toList());
    }

    /** Not capped; of a quota of nothing there is no share. */
    private static String share(@Nullable BigDecimal value, long of, ActivityWords words) {
        return value == null || of == 0
                ? words.vn().percent(null)
                : words.vn().percent(value.multiply(HUNDRED).divide(BigDecimal.valueOf(of), 1, RoundingMode.HALF_UP));
    }
}
