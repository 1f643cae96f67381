package vn.tungnha.shared.table;

import java.util.List;

/** One reading of one file: first every row is checked, in order; then the good ones are stored, if at all. */
public interface ImportReading {

    /** Notes in the row what is wrong with it, or that it is there already. Writes nothing. */
    void check(RowCheck row);

    /**
     * Stores some of the rows that were checked and found good, in their order, in the caller's transaction. What a rule
     * still forbids is thrown from within {@link RowCheck#storing}.
     *
     * @return what is there now that was not before
     */
    List<Made> store(List<RowCheck> rows);
}
