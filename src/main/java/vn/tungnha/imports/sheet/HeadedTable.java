package vn.tungnha.imports.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.VietnameseText;
import vn.tungnha.shared.table.Column;

/** Finds the heading among the first rows, wherever it stands, and hands on the rows below it by column. */
@RequiredArgsConstructor
class HeadedTable implements RawRows {

    /** Titles and notes people put above a table. */
    private static final int HEADING_WITHIN = 30;

    private final List<Column> columns;
    private final RowHandler rows;

    private String sheet = "";
    private int headingRow;
    private int count;
    private int looked;
    private List<Column> missing = List.of();
    private final Map<Integer, String> codes = new TreeMap<>();
    private final List<String> unknown = new ArrayList<>();

    @Override
    public boolean sheet(String name) {
        if (headingRow > 0) {
            return false;
        }
        sheet = name;
        looked = 0;
        return true;
    }

    @Override
    public boolean row(int number, List<String> cells) {
        if (cells.size() > TableFile.MOST_COLUMNS) {
            throw new RuleBroken("imports.file.too-many-columns", String.valueOf(TableFile.MOST_COLUMNS));
        }
        if (headingRow > 0) {
            return hand(number, cells);
        }
        heading(number, cells);
        return ++looked < HEADING_WITHIN;
    }

    Extent extent() {
        if (headingRow == 0) {
            throw missing.isEmpty()
                    ? new RuleBroken("imports.file.no-heading")
                    : new RuleBroken(
                            "imports.file.missing-columns",
                            String.join(", ", missing.stream().map(Column::vi).toList()));
        }
        return new Extent(sheet, headingRow, count, codes.values().stream().toList(), List.copyOf(unknown));
    }

    private boolean hand(int number, List<String> cells) {
        Map<String, String> byCode = new HashMap<>();
        codes.forEach((index, code) -> {
            String cell = index < cells.size() ? VietnameseText.normalise(cells.get(index)) : "";
            if (!cell.isEmpty()) {
                byCode.put(code, cell);
            }
        });
        if (byCode.isEmpty()) {
            return true;
        }
        if (++count > TableFile.MOST_ROWS) {
            throw new RuleBroken("imports.file.too-many-rows", String.valueOf(TableFile.MOST_ROWS));
        }
        return rows.row(number, byCode);
    }

    private void heading(int number, List<String> cells) {
        Map<Integer, String> found = new TreeMap<>();
        Set<String> taken = new HashSet<>();
        List<String> strange = new ArrayList<>();
        for (int index = 0; index < cells.size(); index++) {
            Column column = named(cells.get(index));
            if (column != null && taken.add(column.code())) {
                found.put(index, column.code());
            } else if (!cells.get(index).isBlank()) {
                strange.add(VietnameseText.normalise(cells.get(index)));
            }
        }
        List<Column> lacking = columns.stream()
                .filter(column -> column.required() && !taken.contains(column.code()))
                .toList();
        if (lacking.isEmpty() && !found.isEmpty()) {
            headingRow = number;
            codes.putAll(found);
            unknown.addAll(strange);
        } else if (taken.size() >= 2 && (missing.isEmpty() || lacking.size() < missing.size())) {
            missing = lacking;
        }
    }

    private @Nullable Column named(String heading) {
        String wanted = bare(heading);
        if (wanted.isEmpty()) {
            return null;
        }
        for (Column column : columns) {
            if (wanted.equals(bare(column.vi()))
                    || wanted.equals(bare(column.en()))
                    || wanted.equals(bare(column.code()))) {
                return column;
            }
        }
        return columns.stream()
                .filter(column -> column.aliases().stream().anyMatch(alias -> wanted.equals(bare(alias))))
                .findFirst()
                .orElse(null);
    }

    /** Letters and digits alone, without marks and case. */
    private static String bare(String heading) {
        return VietnameseText.fold(heading).replaceAll("[^a-z0-9]", "");
    }
}
