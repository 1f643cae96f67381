package vn.tungnha.imports.sheet;

import java.util.List;

/** Takes rows as they come out of a file. */
interface RawRows {

    /** A new sheet begins. Returns false when it shall be left out. */
    boolean sheet(String name);

    /**
     * @param number as numbered in the sheet, from 1
     * @return false to read no further in this file
     */
    boolean row(int number, List<String> cells);
}
