package vn.tungnha.imports.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the tables of a file stand and what their columns mean: recognised, corrected by a person, remembered.
 *
 * @param mends rows of this one file that a person put right, by {@link #row(int)}
 */
public record Layout(List<SheetLayout> sheets, Map<Integer, Mend> mends) {

    /** Columns that mean something else leave no row as it was mended. */
    public Layout(List<SheetLayout> sheets) {
        this(sheets, Map.of());
    }

    /** Files sent before rows could be mended have none. */
    public Layout(List<SheetLayout> sheets, @Nullable Map<Integer, Mend> mends) {
        this.sheets = sheets;
        this.mends = mends == null ? Map.of() : mends;
    }

    /** What a mark in a column can say. */
    public static final List<String> TICKS = List.of("Nam", "Nữ");

    /** Sheets are told apart in row numbers by the bits above those a sheet needs. */
    private static final int SHEET_BITS = 20;

    /**
     * One sheet.
     *
     * @param taken whether it is read
     * @param headingRow as numbered in the sheet; 0 where none was found
     * @param headingRows 1, or 2 for a heading in two rows
     * @param fixed what stands in no column, by code, such as the village in the title
     * @param remembered the day on which somebody matched these headings, where that was followed
     */
    public record SheetLayout(
            String name,
            boolean taken,
            int headingRow,
            int headingRows,
            List<ColumnLayout> columns,
            Map<String, String> fixed,
            @Nullable LocalDate remembered) {

        SheetLayout left() {
            return with(false, columns, fixed);
        }

        public SheetLayout with(boolean isTaken, List<ColumnLayout> others, Map<String, String> said) {
            return new SheetLayout(name, isTaken, headingRow, headingRows, others, said, remembered);
        }

        /** Sheets with the same headings have the same; empty where there is none. */
        public String fingerprint() {
            Map<Integer, String> texts = new TreeMap<>();
            columns.forEach(column -> texts.put(column.index(), column.heading()));
            return headingRow == 0 ? "" : Remembered.fingerprint(texts);
        }

        /** How it was matched, for the next file with these headings. */
        public Remembered toRemember(LocalDate day) {
            int first = columns.stream()
                    .filter(column -> !column.heading().isBlank())
                    .mapToInt(ColumnLayout::index)
                    .min()
                    .orElse(0);
            return new Remembered(
                    headingRows,
                    columns.stream()
                            .map(column -> new Remembered.Meant(column.index() - first, column.code(), column.tick()))
                            .toList(),
                    day);
        }

        public List<String> codes() {
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
            List<String> examples,
            Why why) {

        public static final String TICKED = "sex";

        /** What a person says it means. */
        public ColumnLayout meaning(@Nullable String other, @Nullable String ticked) {
            return new ColumnLayout(
                    index, heading, other, ticked, lettering, monthFirst, serials, examples, Why.CHOSEN);
        }
    }

    /** Why a column is taken for what it is. */
    public enum Why {
        NOTHING,
        NAMED,
        LIKE,
        TICK,
        CHOSEN,
        REMEMBERED
    }

    public List<SheetLayout> taken() {
        return sheets.stream().filter(SheetLayout::taken).toList();
    }

    Layout taking(int at) {
        List<SheetLayout> others = new ArrayList<>(sheets);
        SheetLayout one = sheets.get(at);
        others.set(at, one.with(true, one.columns(), one.fixed()));
        return new Layout(List.copyOf(others));
    }

    /** The sheet that comes nearest to being one that can be read. */
    int nearest() {
        int nearest = 0;
        for (int at = 1; at < sheets.size(); at++) {
            if (sheets.get(at).codes().size() > sheets.get(nearest).codes().size()) {
                nearest = at;
            }
        }
        return nearest;
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
