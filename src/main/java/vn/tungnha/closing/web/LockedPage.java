package vn.tungnha.closing.web;

import java.util.List;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Segment;

/**
 * Locked figures beside those of now, with the ledger of what came between.
 *
 * @param versions one link per version
 * @param shows links for all lines or only those that differ
 */
record LockedPage(
        List<Choice> crumbs,
        String title,
        String lead,
        List<Segment> versions,
        List<Segment> shows,
        String reason,
        List<Line> lines,
        List<Entry> ledger,
        Pages pages,
        String xlsx) {

    /** One indicator; {@code mark} says that both differ. */
    record Line(
            String name,
            String url,
            String locked,
            String lockedParts,
            String now,
            String nowParts,
            String difference,
            boolean mark) {}

    /** One line of the ledger. */
    record Entry(String when, String by, String what, String reason, List<String> changes) {}
}
