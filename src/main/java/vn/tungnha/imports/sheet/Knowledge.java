package vn.tungnha.imports.sheet;

import java.util.Map;

/**
 * What people have said about where tables stand and what their columns mean.
 *
 * @param pointed at headings of this file, by the place of the sheet among the sheets
 * @param remembered of other files, by the fingerprint of their headings
 */
public record Knowledge(Map<Integer, Place> pointed, Map<String, Remembered> remembered) {

    public static final Knowledge NONE = new Knowledge(Map.of(), Map.of());

    /** Where somebody says a heading stands: its first row, and how many it has. */
    public record Place(int row, int rows) {}
}
