package vn.tungnha.allowances.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Segment;
import vn.tungnha.shared.Stat;

/**
 * A ward's sheet of a month in finished texts.
 *
 * @param query unit, period and what is shown, for addresses of files
 * @param shown as locked or as it stands; empty while the month is open
 * @param pending what a locked month should have paid besides, in words; null when nothing
 * @param lockUrl where the leader locks; null for others, or when it is locked
 * @param people whether the reader may see who is paid
 * @param writes whether the reader prepares the sheet
 */
record SheetPage(
        String unit,
        String period,
        String title,
        String lead,
        Months.Nav nav,
        String query,
        String state,
        String level,
        List<Segment> shown,
        List<Stat> stats,
        String inWords,
        @Nullable String pending,
        @Nullable String lockUrl,
        List<Team> teams,
        List<String> total,
        Pages pages,
        List<Double> doubles,
        List<Plan> plans,
        List<Change> changes,
        List<String> basis,
        boolean people,
        boolean writes) {

    /**
     * @param url null for whoever may not see names
     * @param cells members, days, the team's money, members' money, differences, sum
     */
    record Team(String name, @Nullable String url, List<String> cells, String confirmed, String level) {}

    /** One person's day that is or would be paid twice. */
    record Double(
            long team,
            UUID member,
            String day,
            String name,
            String teamName,
            String programme,
            String others,
            String state,
            String level,
            String url,
            boolean open) {}

    /** A day of the ward's plan. */
    record Plan(UUID id, String day, String title) {}

    /** A difference of a locked month. */
    record Change(String who, String month, String reason, String amount) {}
}
