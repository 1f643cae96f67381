package vn.tungnha.imports.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tungnha.imports.Correction;
import vn.tungnha.imports.ImportColumns;
import vn.tungnha.imports.sheet.Layout;
import vn.tungnha.imports.sheet.Layout.ColumnLayout;
import vn.tungnha.imports.sheet.Layout.SheetLayout;

/** What was typed into the page of columns: boxes by sheet, meanings by group of sheets with the same headings. */
final class ColumnsForm {

    private ColumnsForm() {}

    static String taken(int sheet) {
        return "t" + sheet;
    }

    static String row(int sheet) {
        return "r" + sheet;
    }

    static String rows(int sheet) {
        return "h" + sheet;
    }

    static String fixed(int sheet, String code) {
        return "f" + sheet + "." + code;
    }

    static String meaning(int group, int column) {
        return "c" + group + "." + column;
    }

    static String value(ColumnLayout column) {
        return column.code() == null ? "" : column.tick() == null ? column.code() : column.code() + ":" + column.tick();
    }

    static Correction read(Map<String, String> typed, Layout layout, List<String> codes) {
        Map<Integer, Correction.Sheet> sheets = new HashMap<>();
        List<List<Integer>> groups = ImportColumns.groups(layout);
        for (int group = 0; group < groups.size(); group++) {
            for (int at : groups.get(group)) {
                SheetLayout sheet = layout.sheets().get(at);
                Map<Integer, String> columns = new HashMap<>();
                for (ColumnLayout column : sheet.columns()) {
                    columns.put(column.index(), typed.getOrDefault(meaning(group, column.index()), value(column)));
                }
                Map<String, String> fixed = new HashMap<>(sheet.fixed());
                codes.forEach(code -> {
                    String said = typed.get(fixed(at, code));
                    if (said != null) {
                        fixed.put(code, said);
                    }
                });
                sheets.put(
                        at,
                        new Correction.Sheet(
                                typed.containsKey(taken(at)),
                                number(typed.get(row(at)), sheet.headingRow()),
                                "2".equals(typed.get(rows(at))) ? 2 : 1,
                                columns,
                                fixed));
            }
        }
        return new Correction(sheets);
    }

    private static int number(@Nullable String typed, int otherwise) {
        return typed != null && typed.strip().matches("\\d{1,4}") ? Integer.parseInt(typed.strip()) : otherwise;
    }
}
