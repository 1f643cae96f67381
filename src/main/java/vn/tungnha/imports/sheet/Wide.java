package vn.tungnha.imports.sheet;

import java.util.List;
import vn.tungnha.shared.RuleBroken;

/** Rows without the empty cells at their end, and no wider than a table can be. */
final class Wide {

    private Wide() {}

    static List<String> checked(List<String> cells) {
        int size = cells.size();
        while (size > 0 && cells.get(size - 1).isBlank()) {
            size--;
        }
        if (size > TableFile.MOST_COLUMNS) {
            throw new RuleBroken("imports.file.too-many-columns", String.valueOf(TableFile.MOST_COLUMNS));
        }
        return cells.subList(0, size);
    }
}
