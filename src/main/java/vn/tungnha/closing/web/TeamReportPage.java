package vn.tungnha.closing.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.closing.ReportText;

/**
 * A team's report, for the team itself and for its ward.
 *
 * @param version null while nothing was saved
 * @param note whether the figures are living or frozen, in words
 * @param writes whether the team may still write
 * @param earlier code of the period before
 * @param later null when that has not begun
 */
record TeamReportPage(
        long team,
        String teamName,
        String period,
        String title,
        String days,
        @Nullable Integer version,
        String status,
        String level,
        String note,
        List<Figure> figures,
        ReportText text,
        boolean writes,
        boolean waits,
        boolean decided,
        boolean over,
        @Nullable String returned,
        List<Step> steps,
        String earlier,
        @Nullable String later) {

    /** One figure with its name. */
    record Figure(String name, String value, String parts) {}

    /** One step of its way; {@code when} says by whom too. */
    record Step(String status, String when, @Nullable String comment) {}
}
