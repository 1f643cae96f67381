package vn.tungnha.imports.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the tables of a file stand and what their columns mean: recognised, corrected by a person, remembered. */
public record Layout(List<SheetLayout> sheets) {

    /** Sheets are told apart in row numbers by the bits above those a sheet needs. */
    private static final int SHEET_BITS = 20;

    /**
     * One sheet.
     *
     * @param taken whether it is read
     * @param headingRow as numbered in the sheet; 0 where none was found
     * @param headingRows 1, or 2 for a heading in two rows
     * @param fixed what stands in no column, by code, such as the village in the title
     */
    public record SheetLayout(
            String name,
            boolean taken,
            int headingRow,
            int headingRows,
            List<ColumnLayout> columns,
            Map<String, String> fixed) {

        SheetLayout left() {
            return new SheetLayout(name, false, headingRow, headingRows, columns, fixed);
        }

        List<String> codes() {
            List<String> codes = new ArrayList<>(columns.stream()
                    .filter(column -> column.code() != null)
                    .map(column -> String.valueOf(column.code()))
                    .distinct()
                    .toList());
            columns.stream()
                    .filter(column -> column.tick() != null && !codes.contains(ColumnLayout.TICKED))
                    .findFirst()
                    .ifPresent(column -> codes.add(ColumnLayout.TICKED));
            fixed.keySet().stream().filter(code -> !codes.contains(code)).forEach(codes::add);
            return codes;
        }
    }

    /**
     * One column of a sheet.
     *
     * @param index from 0
     * @param code what it means; null = not used
     * @param tick what a mark in it says, such as Nam
     * @param monthFirst days are written MM/dd
     * @param serials five digits are days as spreadsheets count them
     */
    public record ColumnLayout(
            int index,
            String heading,
            @Nullable String code,
            @Nullable String tick,
            Lettering lettering,
            boolean monthFirst,
            boolean serials,
            List<String> examples) {

        static final String TICKED = "sex";

        public ColumnLayout meaning(@Nullable String other) {
            return new ColumnLayout(
                    index, heading, other, other == null ? null : tick, lettering, monthFirst, serials, examples);
        }
    }

    public List<SheetLayout> taken() {
        return sheets.stream().filter(SheetLayout::taken).toList();
    }

    /** A number of its own for a row of any sheet; in the first sheet that is read the row's own. */
    static int number(int sheet, int row) {
        return (sheet << SHEET_BITS) + row;
    }

    public static int row(int number) {
        return number & ((1 << SHEET_BITS) - 1);
    }

    /** Name of the sheet where a row stands, if there are several. */
    public String sheetOf(int number) {
        List<SheetLayout> taken = taken();
        int sheet = number >> SHEET_BITS;
        return taken.size() > 1 && sheet < taken.size() ? taken.get(sheet).name() : "";
    }
}
