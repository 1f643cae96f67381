package vn.tungnha.imports.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Segment;

/**
 * The page of one file.
 *
 * @param state CHECKING, CHECKED, STORING, DONE, FAILED, CANCELLED or EXPIRED
 * @param table null while there is nothing to show
 */
record JobPage(
        String id,
        String kind,
        String title,
        String state,
        List<String> steps,
        int step,
        String fileName,
        String fileFacts,
        String progress,
        @Nullable String failure,
        Counts counts,
        List<String> notes,
        boolean mayStore,
        boolean mayDownload,
        @Nullable Table table) {

    public boolean running() {
        return state.equals("CHECKING") || state.equals("STORING");
    }

    /** Numbers in words; a count is null where there is nothing of the sort. */
    record Counts(
            String fresh,
            @Nullable String refused,
            @Nullable String present,
            @Nullable String warned,
            String stored,
            String storeText) {}

    record Table(List<Segment> filters, List<Head> heads, List<Line> lines, Pages pages) {}

    record Head(String name, boolean required) {}

    /** @param tone row-bad, row-warn or nothing */
    record Line(String number, String tone, String icon, String iconText, List<Cell> cells, List<String> messages) {}

    record Cell(String text, boolean bad) {}
}
