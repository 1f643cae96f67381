package vn.tungnha.imports.sheet;

import java.util.List;

/** Takes rows as they come out of a file. */
interface RawRows {

    /** A new sheet begins. Returns false when it shall be left out. */
    boolean sheet(String name, Merges merges);

    /** @return false to read no further in this sheet */
    boolean row(RawRow row);

    /** The sheet has no more rows, or no more were wanted. */
    default void sheetEnds() {}

    /**
     * A row as it stands.
     *
     * @param number as numbered in the sheet, from 1
     * @param hidden filtered or folded away
     */
    record RawRow(int number, List<String> cells, boolean hidden) {

        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        boolean blank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }
}
