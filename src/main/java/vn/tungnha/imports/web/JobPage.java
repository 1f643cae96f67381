package vn.tungnha.imports.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.imports.ImportUndo;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Segment;

/**
 * The page of one file.
 *
 * @param state see {@link vn.tungnha.imports.ImportJob.Status}
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
        @Nullable Table table,
        List<Part> bar,
        boolean mayUndo,
        @Nullable Undone undone) {

    public boolean running() {
        return state.equals("CHECKING") || state.equals("STORING") || state.equals("UNDOING");
    }

    /** Numbers in words; a count is null where there is nothing of the sort. */
    record Counts(
            String fresh,
            @Nullable String refused,
            @Nullable String present,
            @Nullable String warned,
            String stored,
            String storeText) {}

    /** A part of the bar of results. */
    record Part(long from, long width, String colour) {}

    /** What became of an import that was taken back. */
    record Undone(String gone, String when, String count, List<ImportUndo.Stays> kept, Pages pages) {}

    /**
     * @param show the filter, to come back to
     * @param mayMend whether rows can be put right here
     */
    record Table(
            List<Segment> filters,
            List<Head> heads,
            List<Line> lines,
            Pages pages,
            String show,
            int page,
            boolean mayMend) {}

    record Head(String name, boolean required) {}

    /**
     * @param row see {@link vn.tungnha.imports.sheet.Layout#row(int)}
     * @param tone row-bad, row-warn or nothing
     * @param dropped a person wants nothing of it
     * @param mended a person changed something in it
     */
    record Line(
            int row,
            String number,
            String tone,
            String icon,
            String iconText,
            List<Cell> cells,
            List<String> messages,
            boolean dropped,
            boolean mended) {}

    /** @param raw what stands there, to be mended */
    record Cell(String code, String name, String text, String raw, boolean bad) {}
}
