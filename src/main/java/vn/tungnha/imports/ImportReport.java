package vn.tungnha.imports;

import org.jspecify.annotations.Nullable;
import vn.tungnha.imports.sheet.Extent;

/**
 * What a file turned out to hold.
 *
 * @param rows rows of data
 * @param accepted rows without an error
 * @param present accepted rows that are there already
 * @param warned accepted rows with a warning
 * @param stored rows stored; 0 in a dry run
 * @param extent where the table was found
 */
public record ImportReport(
        int rows,
        int accepted,
        int present,
        int warned,
        int stored,
        @Nullable Extent extent) {

    public int refused() {
        return rows - accepted;
    }
}
