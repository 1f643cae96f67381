package vn.tungnha.closing.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Segment;
import vn.tungnha.shared.Stat;

/**
 * A ward's period.
 *
 * @param state open, due, overdue or locked, in words
 * @param level badge of that state
 * @param seams what a changed cut-off lets count twice or never, in words
 * @param overdue text to paste into a chat; null while nothing is missing or nothing is due
 * @param lock null for whoever may not lock, or before the period is over
 * @param versionUrl where the locked figures stand; null while the period is open
 * @param late how many entries came after the lock; null when none did
 * @param columns names of the figures shown
 */
record WardPage(
        String unit,
        String period,
        String title,
        String lead,
        PeriodPicker picker,
        String state,
        String level,
        List<String> seams,
        List<Stat> stats,
        List<Segment> tabs,
        List<String> columns,
        List<Line> lines,
        Pages pages,
        @Nullable String overdue,
        @Nullable Lock lock,
        @Nullable String versionUrl,
        @Nullable String late,
        boolean approves) {

    /** One team; {@code waiting} can be ticked for approval. */
    record Line(
            long team,
            String name,
            String url,
            @Nullable String leader,
            String status,
            String level,
            String when,
            List<String> cells,
            boolean waiting) {}

    /**
     * What the leader may do.
     *
     * @param basedOn version on screen, 0 while open
     * @param warnings what is still missing or not approved; empty when all is in
     */
    record Lock(int basedOn, String text, List<String> warnings) {}
}
