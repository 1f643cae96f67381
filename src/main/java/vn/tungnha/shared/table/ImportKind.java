package vn.tungnha.shared.table;

import java.util.List;

/**
 * A kind of table that can be read in, offered as a bean by the module that owns what it stores.
 *
 * @param <U> who is asking; the module {@code identity} says what that is
 */
public interface ImportKind<U> {

    /** As in addresses, such as {@code households}. */
    String code();

    /** Smaller stands further up. */
    int order();

    List<Column> columns();

    /** Columns that merged or empty cells take from the row above, such as a household's address. */
    default List<String> carried() {
        return List.of();
    }

    /** A reading of one file; it may remember what earlier rows said. */
    ImportReading open(U user);

    /** How an import of this kind is taken back. */
    TakesBack<U> undoing();
}
