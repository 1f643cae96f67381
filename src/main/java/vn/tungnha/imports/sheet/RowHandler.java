package vn.tungnha.imports.sheet;

import java.util.Map;

/** Takes one row of data. */
@FunctionalInterface
public interface RowHandler {

    /**
     * @param number as numbered in the sheet
     * @param cells by column code, trimmed, composed; empty ones left out
     * @return false to read no further
     */
    boolean row(int number, Map<String, String> cells);
}
