package vn.tungnha.imports.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import vn.tungnha.imports.sheet.Layout.ColumnLayout;
import vn.tungnha.imports.sheet.Layout.SheetLayout;
import vn.tungnha.imports.sheet.Merges.Area;
import vn.tungnha.imports.sheet.SheetRow.Change;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.table.Column;

/** Hands on the rows below a known heading, cell by cell as its columns say. */
@RequiredArgsConstructor
class LaidTable implements RawRows {

    private static final int MOST_LEFT = 50;

    private final Map<String, Column> columns;
    private final List<String> carried;
    private final Layout layout;
    private final RowHandler rows;

    private final List<String> left = new ArrayList<>();
    private int index = -1;
    private int ordinal = -1;
    private int count;
    private boolean stopped;
    private @Nullable SheetLayout sheet;
    private Merges merges = new Merges();
    private Map<String, String> above = Map.of();
    private final Map<String, String> mergedText = new HashMap<>();
    private boolean ended;
    private boolean firstRow;

    static LaidTable of(List<Column> columns, List<String> carried, Layout layout, RowHandler rows) {
        return new LaidTable(
                columns.stream().collect(Collectors.toMap(Column::code, column -> column, (a, b) -> a)),
                carried,
                layout,
                rows);
    }

    @Override
    public boolean sheet(String name, Merges merged) {
        sheet = ++index < layout.sheets().size() ? layout.sheets().get(index) : null;
        if (stopped || sheet == null || !sheet.taken()) {
            return false;
        }
        ordinal++;
        merges = merged;
        above = Map.of();
        mergedText.clear();
        ended = false;
        firstRow = true;
        return true;
    }

    @Override
    public boolean row(RawRow row) {
        SheetLayout here = sheet;
        if (here == null || row.number() < here.headingRow() + here.headingRows() || row.blank()) {
            return true;
        }
        if (ended) {
            leave(row);
            return true;
        }
        List<Change> changes = new ArrayList<>();
        Map<String, String> cells = cells(row, here, changes);
        Noise noise = Noise.of(row, here);
        boolean lacking = !isWhole(cells);
        if (noise == Noise.ALWAYS || lacking && (noise == Noise.LIKELY || noise == Noise.END)) {
            ended = noise == Noise.END;
            leave(row);
            return true;
        }
        int number = Layout.number(ordinal, row.number());
        Mend mend = layout.mends().get(number);
        if (mend != null) {
            mend.into(cells, changes);
        }
        if (cells.isEmpty()) {
            return true;
        }
        carry(cells, changes);
        if (noise == Noise.ALONE && mend == null && !isWhole(cells)) {
            leave(row);
            return true;
        }
        above = Map.copyOf(cells);
        here.fixed().forEach((code, value) -> {
            if (cells.putIfAbsent(code, value) == null && firstRow) {
                changes.add(new Change(code, "", value, "fixed"));
            }
        });
        firstRow = false;
        if (row.hidden()) {
            changes.add(new Change("", "", "", "hidden"));
        }
        if (++count > TableFile.MOST_ROWS) {
            throw new RuleBroken("imports.file.too-many-rows", String.valueOf(TableFile.MOST_ROWS));
        }
        boolean dropped = mend != null && mend.dropped();
        stopped = !rows.row(new SheetRow(number, cells, List.copyOf(changes), dropped));
        return !stopped;
    }

    Extent extent() {
        List<SheetLayout> taken = layout.taken();
        layout.sheets().stream()
                .filter(one -> one.headingRow() > 0 && !one.taken())
                .map(SheetLayout::name)
                .forEach(left::add);
        return new Extent(
                taken.stream().map(SheetLayout::name).collect(Collectors.joining(", ")),
                taken.isEmpty() ? 0 : taken.get(0).headingRow(),
                count,
                taken.stream().flatMap(one -> one.codes().stream()).distinct().toList(),
                taken.stream()
                        .flatMap(one -> one.columns().stream())
                        .filter(column ->
                                column.code() == null && !column.heading().isBlank())
                        .map(ColumnLayout::heading)
                        .distinct()
                        .toList(),
                List.copyOf(left));
    }

    private boolean isWhole(Map<String, String> cells) {
        return columns.values().stream().filter(Column::required).allMatch(column -> cells.containsKey(column.code()));
    }

    private void leave(RawRow row) {
        if (left.size() < MOST_LEFT) {
            String text = row.cells().stream()
                    .filter(cell -> !cell.isBlank())
                    .map(String::strip)
                    .collect(Collectors.joining(" "));
            left.add(row.number() + ": " + (text.length() > 60 ? text.substring(0, 60) + "…" : text));
        }
    }

    private Map<String, String> cells(RawRow row, SheetLayout here, List<Change> changes) {
        Values values = new Values(changes);
        Map<String, String> cells = new LinkedHashMap<>();
        for (ColumnLayout each : here.columns()) {
            Column column = each.code() == null ? null : columns.get(each.code());
            if (column == null) {
                continue;
            }
            boolean tickOnly = each.tick() != null && column.code().equals(ColumnLayout.TICKED);
            String text =
                    tickOnly ? row.cell(each.index()).strip() : values.read(raw(row, each, changes), each, column);
            if (text.isEmpty()) {
                continue;
            }
            if (each.tick() != null) {
                tick(each.tick(), tickOnly, text, cells, changes);
            }
            if (!tickOnly) {
                cells.putIfAbsent(column.code(), text);
            }
        }
        return cells;
    }

    private static void tick(String tick, boolean only, String mark, Map<String, String> cells, List<Change> changes) {
        if (only && List.of("0", "-", "không", "Không").contains(mark)) {
            return;
        }
        cells.merge(ColumnLayout.TICKED, tick, (one, other) -> one + ", " + other);
        changes.add(new Change(ColumnLayout.TICKED, only ? mark : "", tick, "tick"));
    }

    /** Lower rows of a merged cell say what its first row says. */
    private String raw(RawRow row, ColumnLayout column, List<Change> changes) {
        String cell = row.cell(column.index());
        Area area = merges.at(row.number() - 1, column.index());
        if (area == null || area.lastRow() == area.firstRow()) {
            return cell;
        }
        String key = area.firstRow() + "/" + area.firstColumn();
        if (row.number() - 1 == area.firstRow()) {
            mergedText.put(key, row.cell(area.firstColumn()));
            return column.index() == area.firstColumn() ? cell : "";
        }
        String text = mergedText.getOrDefault(key, "");
        if (cell.isBlank() && !text.isBlank() && column.index() == area.firstColumn()) {
            changes.add(new Change(
                    String.valueOf(column.code()),
                    "",
                    column.lettering().read(text).strip(),
                    "merged"));
            return text;
        }
        return cell;
    }

    /** Two or more of what a household's rows share are empty and the others say the same: the row goes on. */
    private void carry(Map<String, String> cells, List<Change> changes) {
        List<String> lacking = carried.stream()
                .filter(code -> !cells.containsKey(code) && above.containsKey(code))
                .toList();
        boolean same = carried.stream()
                .filter(cells::containsKey)
                .allMatch(code -> Objects.equals(cells.get(code), above.get(code)));
        boolean needed = lacking.stream().map(columns::get).anyMatch(column -> column != null && column.required());
        if (lacking.size() > 1 && same && needed) {
            for (String code : lacking) {
                cells.put(code, above.getOrDefault(code, ""));
                changes.add(new Change(code, "", above.getOrDefault(code, ""), "carried"));
            }
        }
    }
}
