package vn.tungnha.imports.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.imports.sheet.Beginning.Line;
import vn.tungnha.shared.Choice;

/**
 * What the columns of a file are taken for.
 *
 * @param lead why somebody is asked, null where nobody needs to be
 */
record ColumnsPage(
        String id,
        String title,
        List<String> steps,
        String fileName,
        @Nullable String lead,
        List<String> errors,
        List<Group> groups) {

    /**
     * Sheets with the same headings.
     *
     * @param remembered by whom these headings were matched before, in words
     */
    record Group(
            String title,
            @Nullable String remembered,
            String fingerprint,
            List<Sheet> sheets,
            List<Head> columns,
            List<Line> beginning) {}

    record Sheet(
            String name,
            String takenName,
            boolean taken,
            String rowName,
            int row,
            String rowsName,
            int rows,
            List<Fixed> fixed,
            List<String> errors) {}

    /** What stands in no column, for the whole sheet. */
    record Fixed(String name, String label, String value) {}

    /** @param letter as spreadsheets call it */
    record Head(
            String letter,
            String heading,
            List<String> examples,
            String name,
            String value,
            List<Choice> choices,
            String why,
            List<String> errors) {}
}
