package vn.tungnha.shared.table;

import java.util.List;

/**
 * Something to say about a row.
 *
 * @param column code of the column, empty for the row as a whole
 * @param key message key
 */
public record Finding(Level level, String column, String key, List<Object> arguments) {

    /** What follows from it. */
    public enum Level {
        /** The row cannot be stored. */
        ERROR,
        /** The row is there already: nothing to store. */
        PRESENT,
        /** The row is stored, but somebody should look. */
        WARNING,
        /** A cell was read by a rule as something else than what is written there. */
        CHANGED
    }
}
