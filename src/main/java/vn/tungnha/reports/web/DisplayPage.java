package vn.tungnha.reports.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Choice;

/**
 * The form of one list.
 *
 * @param place whose figures are shown as an example; null where no unit of the level is known
 */
record DisplayPage(
        String code,
        String title,
        String lead,
        int version,
        List<Row> rows,
        List<Choice> offered,
        @Nullable String error,
        @Nullable String place,
        String unit,
        String period,
        List<Shown> shown,
        List<Past> history,
        boolean mayEdit) {

    /** One row of the form; {@code number} is typed and decides the order. */
    record Row(
            int index,
            String number,
            String chosen,
            @Nullable String label,
            boolean wrong) {}

    /** What a figure would read. */
    record Shown(String name, String value, String parts, String target) {}

    /** What was changed and by whom. */
    record Past(long id, String when, String what, @Nullable String undone, boolean undoable) {}
}
