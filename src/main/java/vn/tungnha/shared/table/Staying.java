package vn.tungnha.shared.table;

import java.util.List;

/**
 * Something an import made that cannot be taken back.
 *
 * @param ref which one
 * @param name as people know it
 * @param key message key of the reason
 */
public record Staying(String ref, String name, String key, List<Object> arguments) {

    public static final String CHANGED = "imports.undo.changed";

    public static Staying changed(String ref, String name) {
        return new Staying(ref, name, CHANGED, List.of());
    }

    /** @param table that points at it */
    public static Staying used(String ref, String name, String table) {
        return new Staying(ref, name, "imports.undo.used." + table, List.of());
    }
}
