package vn.tungnha.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tungnha.imports.sheet.Knowledge.Place;
import vn.tungnha.imports.sheet.Layout;
import vn.tungnha.imports.sheet.Layout.ColumnLayout;
import vn.tungnha.imports.sheet.Layout.SheetLayout;
import vn.tungnha.shared.table.Column;

/**
 * A layout as a person corrected it.
 *
 * @param pointed headings that stand elsewhere than was thought: what is below them has yet to be looked at
 */
public record Corrected(Layout layout, Map<Integer, Place> pointed, List<Wrong> wrong) {

    /**
     * A choice that does not go.
     *
     * @param column index, null for the sheet
     * @param code of the column that is meant, if any
     */
    public record Wrong(
            int sheet,
            @Nullable Integer column,
            String key,
            @Nullable String code) {}

    static Corrected of(Layout layout, Correction correction, List<Column> columns) {
        List<SheetLayout> sheets = new ArrayList<>();
        Map<Integer, Place> pointed = new HashMap<>();
        List<Wrong> wrong = new ArrayList<>();
        for (int at = 0; at < layout.sheets().size(); at++) {
            SheetLayout sheet = layout.sheets().get(at);
            Correction.Sheet said = correction.sheets().get(at);
            if (said == null) {
                sheets.add(sheet);
                continue;
            }
            if (said.headingRow() > 0
                    && (said.headingRow() != sheet.headingRow() || said.headingRows() != sheet.headingRows())) {
                pointed.put(at, new Place(said.headingRow(), said.headingRows()));
            }
            SheetLayout corrected = corrected(sheet, said, columns);
            sheets.add(corrected);
            if (corrected.taken() && !pointed.containsKey(at)) {
                check(at, corrected, columns, wrong);
            }
        }
        if (pointed.isEmpty() && sheets.stream().noneMatch(SheetLayout::taken)) {
            wrong.add(new Wrong(0, null, "imports.columns.no-sheet", null));
        }
        return new Corrected(new Layout(List.copyOf(sheets)), pointed, wrong);
    }

    private static SheetLayout corrected(SheetLayout sheet, Correction.Sheet said, List<Column> columns) {
        List<ColumnLayout> laid = sheet.columns().stream()
                .map(column -> corrected(column, said.columns().get(column.index()), columns))
                .toList();
        Map<String, String> fixed = new HashMap<>();
        said.fixed().forEach((code, value) -> {
            if (!value.isBlank()
                    && columns.stream().anyMatch(column -> column.code().equals(code))) {
                fixed.put(code, value.strip());
            }
        });
        laid.forEach(column -> fixed.remove(column.code()));
        return sheet.with(said.taken(), laid, fixed);
    }

    private static ColumnLayout corrected(ColumnLayout column, @Nullable String said, List<Column> columns) {
        if (said == null) {
            return column;
        }
        String[] parts = said.split(":", 2);
        String code = columns.stream()
                .map(Column::code)
                .filter(parts[0]::equals)
                .findFirst()
                .orElse(null);
        String tick = code != null && parts.length > 1 && Layout.TICKS.contains(parts[1]) ? parts[1] : null;
        return Objects.equals(code, column.code()) && Objects.equals(tick, column.code() == null ? null : column.tick())
                ? column
                : column.meaning(code, tick);
    }

    private static void check(int at, SheetLayout sheet, List<Column> columns, List<Wrong> wrong) {
        if (sheet.headingRow() == 0) {
            wrong.add(new Wrong(at, null, "imports.columns.no-heading", null));
            return;
        }
        Set<String> codes = new HashSet<>(sheet.codes());
        columns.stream()
                .filter(column -> column.required() && !codes.contains(column.code()))
                .forEach(column -> wrong.add(new Wrong(at, null, "imports.columns.missing", column.code())));
        for (ColumnLayout column : sheet.columns()) {
            String code = column.code();
            boolean twice = code != null
                    && sheet.columns().stream()
                            .anyMatch(other -> other.index() != column.index()
                                    && code.equals(other.code())
                                    && (column.tick() == null || column.tick().equals(other.tick())));
            if (twice) {
                wrong.add(new Wrong(at, column.index(), "imports.columns.twice", code));
            }
        }
    }
}
