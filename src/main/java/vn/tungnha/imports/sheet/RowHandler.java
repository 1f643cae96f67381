package vn.tungnha.imports.sheet;

/** Takes one row of data. */
@FunctionalInterface
public interface RowHandler {

    /** @return false to read no further */
    boolean row(SheetRow row);
}
