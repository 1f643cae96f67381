package vn.tungnha.closing.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Stat;

/**
 * A period seen from above: which wards have locked it.
 *
 * @param calendarUrl where the cut-off is set; null for whoever may not
 * @param overdue text to paste into a chat; null while nothing is due
 */
record AbovePage(
        String unit,
        String title,
        String lead,
        PeriodPicker picker,
        List<Stat> stats,
        List<Line> lines,
        Pages pages,
        @Nullable String overdue,
        @Nullable String calendarUrl) {

    /** One ward; {@code lockedUrl} null while its period is open. */
    record Line(
            String name,
            String url,
            String status,
            String level,
            String when,
            String version,
            String late,
            @Nullable String lockedUrl) {}
}
