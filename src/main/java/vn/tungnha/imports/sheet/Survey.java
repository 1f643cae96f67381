package vn.tungnha.imports.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import vn.tungnha.imports.sheet.Heading.Named;
import vn.tungnha.imports.sheet.Knowledge.Place;
import vn.tungnha.imports.sheet.Layout.ColumnLayout;
import vn.tungnha.imports.sheet.Layout.SheetLayout;
import vn.tungnha.shared.VietnameseText;
import vn.tungnha.shared.table.Column;

/** Reads a file once to find out where its tables stand and how their columns are written. */
@RequiredArgsConstructor
class Survey implements RawRows {

    /** Titles and notes people put above a table. */
    private static final int HEADING_WITHIN = 40;

    /** As far down as anybody may point. */
    static final int FURTHEST = 500;

    private static final int MOST_SHEETS = 60;
    private static final Named NAMELESS = new Named("", null, null, Layout.Why.NOTHING);
    private static final Pattern PLACE = Pattern.compile(
            "(?iu)\\b(?:tổ dân phố|tdp|khu phố|khu dân cư|tổ|thôn|khối|ấp)\\s*(?:số\\s*)?(\\d{1,4}[A-Za-z]?)\\b");
    private static final Set<String> PLACES = Set.of("village", "team");

    private final List<Column> columns;
    private final Meaning meaning;
    private final Knowledge knowledge;

    private final List<SheetLayout> sheets = new ArrayList<>();
    private final List<RawRow> first = new ArrayList<>();
    private final Map<Integer, ColumnEvidence> evidence = new TreeMap<>();
    private String sheet = "";
    private Merges merges = new Merges();
    private @Nullable Heading heading;
    private boolean sought;

    @Override
    public boolean sheet(String name, Merges merged) {
        sheet = name;
        merges = merged;
        first.clear();
        evidence.clear();
        heading = null;
        sought = false;
        return sheets.size() < MOST_SHEETS;
    }

    @Override
    public boolean row(RawRow row) {
        if (!sought) {
            first.add(row);
            if (first.size() >= HEADING_WITHIN && row.number() > lastPointedAt()) {
                seek();
            }
            return !sought || heading != null;
        }
        weigh(row);
        return true;
    }

    @Override
    public void sheetEnds() {
        if (!sought) {
            seek();
        }
        Heading found = heading;
        if (found == null) {
            sheets.add(new SheetLayout(sheet, false, 0, 0, List.of(), Map.of(), null));
            return;
        }
        found.columns().keySet().forEach(index -> evidence.computeIfAbsent(index, any -> new ColumnEvidence()));
        List<ColumnLayout> laid = new ArrayList<>();
        evidence.forEach((index, cells) -> {
            Named named = found.columns().getOrDefault(index, NAMELESS);
            if (named != NAMELESS || cells.isFilled()) {
                laid.add(cells.layout(index, named));
            }
        });
        Map<String, String> fixed = fixed(found);
        boolean whole = columns.stream()
                .filter(Column::required)
                .allMatch(column -> found.codes().contains(column.code()) || fixed.containsKey(column.code()));
        sheets.add(new SheetLayout(sheet, whole, found.row(), found.rows(), laid, fixed, found.day()));
    }

    /** Beside a list, a sheet that knows no more than half of its columns is a guide or a summary, not another list. */
    Layout layout() {
        int most = sheets.stream()
                .filter(SheetLayout::taken)
                .mapToInt(one -> one.codes().size())
                .max()
                .orElse(0);
        return new Layout(sheets.stream()
                .map(one -> one.taken() && one.codes().size() * 2 <= most ? one.left() : one)
                .toList());
    }

    /** Names of what the likeliest sheet lacks, where no sheet has all that is required. */
    List<String> missing() {
        return sheets.stream()
                .filter(one -> one.headingRow() > 0)
                .map(one -> columns.stream()
                        .filter(column -> column.required() && !one.codes().contains(column.code()))
                        .map(Column::vi)
                        .toList())
                .min((a, b) -> Integer.compare(a.size(), b.size()))
                .orElse(List.of());
    }

    private int lastPointedAt() {
        Place pointed = knowledge.pointed().get(sheets.size());
        return pointed == null ? 0 : Math.min(pointed.row() + pointed.rows(), FURTHEST);
    }

    private void seek() {
        sought = true;
        Place pointed = knowledge.pointed().get(sheets.size());
        heading = pointed != null
                ? Heading.at(first, merges, meaning, pointed)
                : Heading.remembered(first, merges, meaning, knowledge.remembered());
        if (pointed == null && heading == null) {
            heading = Heading.find(first, merges, meaning);
        }
        Heading found = heading;
        if (found != null) {
            first.stream()
                    .filter(row -> row.number() >= found.row() + found.rows())
                    .forEach(this::weigh);
        }
    }

    private void weigh(RawRow row) {
        Heading found = heading;
        if (found != null) {
            for (int index = 0; index < row.cells().size(); index++) {
                evidence.computeIfAbsent(index, any -> new ColumnEvidence()).take(row.cell(index));
            }
        }
    }

    /** A list of one village says so once, in its title or in the name of its sheet. */
    private Map<String, String> fixed(Heading found) {
        Map<String, String> fixed = new HashMap<>();
        String above = first.stream()
                .filter(row -> row.number() < found.row())
                .flatMap(row -> row.cells().stream())
                .filter(cell -> !cell.isBlank())
                .collect(Collectors.joining("\n"));
        for (Column column : columns) {
            if (column.required()
                    && PLACES.contains(column.code())
                    && !found.codes().contains(column.code())) {
                String place = place(VietnameseText.normalise(sheet));
                place = place == null ? place(above) : place;
                if (place != null) {
                    fixed.put(column.code(), place);
                }
            }
        }
        return fixed;
    }

    private static @Nullable String place(String text) {
        for (Lettering lettering : Lettering.values()) {
            Matcher place = PLACE.matcher(lettering.read(text));
            if (place.find()) {
                String name = VietnameseText.normalise(place.group());
                return name.equals(name.toUpperCase(Locale.ROOT))
                        ? name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT)
                        : name;
            }
        }
        return null;
    }
}
