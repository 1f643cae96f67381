package vn.tungnha.imports.sheet;

import java.util.List;
import java.util.Map;
import vn.tungnha.imports.sheet.SheetRow.Change;

/**
 * What a person does with a row before it is stored.
 *
 * @param dropped it is not wanted
 * @param cells what stands there instead, by column code; empty = nothing
 */
public record Mend(boolean dropped, Map<String, String> cells) {

    /** Nothing done to it yet. */
    public static final Mend NONE = new Mend(false, Map.of());

    public Mend dropped(boolean unwanted) {
        return new Mend(unwanted, cells);
    }

    public boolean isNothing() {
        return !dropped && cells.isEmpty();
    }

    void into(Map<String, String> row, List<Change> changes) {
        cells.forEach((code, text) -> {
            String before = row.getOrDefault(code, "");
            if (text.isEmpty()) {
                row.remove(code);
            } else {
                row.put(code, text);
            }
            changes.removeIf(change -> change.column().equals(code));
            changes.add(new Change(code, before, text, text.isEmpty() ? "emptied" : "mended"));
        });
        if (dropped) {
            changes.add(new Change("", "", "", "dropped"));
        }
    }
}
