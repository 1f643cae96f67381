package vn.tungnha.imports.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Merged cells of a sheet; rows and columns from 0. */
final class Merges {

    private static final int MOST = 200_000;

    private final Map<Integer, List<Area>> byColumn = new HashMap<>();
    private int count;

    /** Rows and columns of one merged cell, all inclusive. */
    record Area(int firstRow, int lastRow, int firstColumn, int lastColumn) {}

    void add(Area area) {
        if (++count <= MOST) {
            for (int column = area.firstColumn();
                    column <= Math.min(area.lastColumn(), TableFile.MOST_COLUMNS);
                    column++) {
                byColumn.computeIfAbsent(column, any -> new ArrayList<>()).add(area);
            }
        }
    }

    /** Sorts once, so that areas are found by halving. */
    Merges sorted() {
        byColumn.values().forEach(areas -> areas.sort((a, b) -> Integer.compare(a.firstRow(), b.firstRow())));
        return this;
    }

    @Nullable
    Area at(int row, int column) {
        List<Area> areas = byColumn.get(column);
        if (areas == null) {
            return null;
        }
        int low = 0;
        int high = areas.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Area area = areas.get(middle);
            if (row < area.firstRow()) {
                high = middle - 1;
            } else if (row > area.lastRow()) {
                low = middle + 1;
            } else {
                return area;
            }
        }
        return null;
    }
}
