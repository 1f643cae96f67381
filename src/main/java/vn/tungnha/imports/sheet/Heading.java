package vn.tungnha.imports.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.tungnha.imports.sheet.Knowledge.Place;
import vn.tungnha.imports.sheet.Layout.Why;
import vn.tungnha.imports.sheet.Merges.Area;
import vn.tungnha.imports.sheet.RawRows.RawRow;
import vn.tungnha.imports.sheet.Remembered.Meant;
import vn.tungnha.shared.VietnameseText;
import vn.tungnha.shared.table.Column;

/**
 * The heading among the first rows of a sheet: the row, or two rows, whose cells name most columns.
 *
 * @param columns what its cells mean, by index; a code may be null
 * @param day on which somebody matched these headings before
 */
record Heading(
        int row,
        int rows,
        Map<Integer, Named> columns,
        Set<String> codes,
        int score,
        @Nullable LocalDate day) {

    private static final int LEAST = 20;

    /** For a heading in two rows. */
    private static final int PAIRED = 5;

    /** For Nam and Nữ below one heading. */
    private static final int TICKED = 40;

    /** One required column, named exactly. */
    private static final int ALONE = 125;

    private static final List<@Nullable RawRow> NO_ROW = Collections.singletonList(null);

    /** A heading that says a column's own name, or an alias. */
    private static final int OUTRIGHT = 90;

    /** A cell of the heading. */
    record Named(
            String text, @Nullable String code, @Nullable String tick, Why why) {}

    /** One column that one heading may mean. */
    private record Guess(int index, String code, int score) {}

    static @Nullable Heading find(List<RawRow> rows, Merges merges, Meaning meaning) {
        Heading best = null;
        for (int at = 0; at < rows.size(); at++) {
            for (Lettering lettering : Lettering.values()) {
                Heading one = of(rows.get(at), null, merges, meaning, lettering);
                best = better(best, one);
                if (at + 1 < rows.size()
                        && stands(rows.get(at))
                        && rows.get(at + 1).number() == rows.get(at).number() + 1) {
                    RawRow below = rows.get(at + 1);
                    if (belongs(below, meaning, lettering)) {
                        Heading both = of(rows.get(at), below, merges, meaning, lettering);
                        // below a row of data a heading may stand again: both rows have to say something
                        if (both.score > of(below, null, merges, meaning, lettering).score + PAIRED) {
                            best = better(best, both);
                        }
                    }
                }
            }
        }
        return best;
    }

    /** The row, or two rows, that somebody pointed at. */
    static @Nullable Heading at(List<RawRow> rows, Merges merges, Meaning meaning, Place place) {
        Heading best = null;
        for (int at = 0; at < rows.size(); at++) {
            RawRow row = rows.get(at);
            RawRow below = at + 1 < rows.size() ? rows.get(at + 1) : null;
            if (row.number() != place.row() || row.blank() || place.rows() > 1 && below == null) {
                continue;
            }
            for (Lettering lettering : Lettering.values()) {
                Heading one = of(row, place.rows() > 1 ? below : null, merges, meaning, lettering);
                best = best == null || one.score > best.score ? one : best;
            }
        }
        return best;
    }

    /** The first whose headings somebody has matched before. */
    static @Nullable Heading remembered(
            List<RawRow> rows, Merges merges, Meaning meaning, Map<String, Remembered> known) {
        for (int at = 0; at < rows.size() && !known.isEmpty(); at++) {
            for (Lettering lettering : Lettering.values()) {
                for (RawRow below : at + 1 < rows.size() ? Arrays.asList(rows.get(at + 1), null) : NO_ROW) {
                    Heading one = of(rows.get(at), below, merges, meaning, lettering);
                    Remembered before = known.get(one.fingerprint());
                    if (before != null && before.rows() == one.rows) {
                        return one.as(before);
                    }
                }
            }
        }
        return null;
    }

    private String fingerprint() {
        Map<Integer, String> texts = new TreeMap<>();
        columns.forEach((index, named) -> texts.put(index, named.text()));
        return Remembered.fingerprint(texts);
    }

    private Heading as(Remembered before) {
        int first = columns.keySet().iterator().next();
        Map<Integer, Named> meant = new TreeMap<>(columns);
        Set<String> found = new HashSet<>();
        for (Meant each : before.columns()) {
            Named was = columns.get(first + each.at());
            String code = each.code();
            meant.put(first + each.at(), new Named(was == null ? "" : was.text(), code, each.tick(), Why.REMEMBERED));
            if (code != null) {
                found.add(code);
            }
        }
        return new Heading(row, rows, meant, found, score, before.day());
    }

    private static @Nullable Heading better(@Nullable Heading best, Heading other) {
        boolean enough = other.codes.size() > 1 && other.score >= LEAST || other.score >= ALONE;
        return enough && (best == null || other.score > best.score) ? other : best;
    }

    /** A title is one cell, a heading is several. */
    private static boolean stands(RawRow row) {
        return row.cells().stream().filter(cell -> !cell.isBlank()).count() > 1;
    }

    /** A second heading row holds names and ticks alone. */
    private static boolean belongs(RawRow row, Meaning meaning, Lettering lettering) {
        int named = 0;
        for (String cell : row.cells()) {
            if (cell.isBlank()) {
                continue;
            }
            String text = VietnameseText.normalise(lettering.read(cell));
            if (meaning.tick(text) == null && meaning.scores(text).isEmpty()) {
                return false;
            }
            named++;
        }
        return named > 1;
    }

    private static Heading of(RawRow row, @Nullable RawRow below, Merges merges, Meaning meaning, Lettering lettering) {
        List<Guess> guesses = new ArrayList<>();
        Map<Integer, Named> named = new TreeMap<>();
        int width =
                Math.max(row.cells().size(), below == null ? 0 : below.cells().size());
        String above = "";
        for (int index = 0; index < width; index++) {
            String top = text(row, index, merges, lettering);
            String under = below == null ? "" : VietnameseText.normalise(lettering.read(below.cell(index)));
            if (below != null && top.isEmpty() && !under.isEmpty()) {
                top = above;
            } else {
                above = top;
            }
            String whole = under.isEmpty() || under.equals(top) ? top : (top + " " + under).strip();
            if (whole.isEmpty()) {
                continue;
            }
            String tick = meaning.tick(under.isEmpty() ? top : under);
            named.put(index, new Named(whole, null, tick, Why.NOTHING));
            for (String name : under.isEmpty() ? List.of(top) : List.of(whole, under, top)) {
                int less = name.equals(top) && !under.isEmpty() ? 15 : 0;
                for (Map.Entry<String, Integer> score : tick != null && name.equals(under)
                        ? List.<Map.Entry<String, Integer>>of()
                        : meaning.scores(name).entrySet()) {
                    guesses.add(new Guess(index, score.getKey(), score.getValue() - less));
                }
            }
        }
        return settled(row.number(), below == null ? 1 : 2, named, guesses, meaning);
    }

    private static String text(RawRow row, int index, Merges merges, Lettering lettering) {
        String cell = row.cell(index);
        Area area = cell.isBlank() ? merges.at(row.number() - 1, index) : null;
        if (area != null && area.firstRow() == row.number() - 1) {
            cell = row.cell(area.firstColumn());
        }
        return VietnameseText.normalise(lettering.read(cell));
    }

    /** Each column once, the likeliest first; Nam and Nữ stand side by side. */
    private static Heading settled(int row, int rows, Map<Integer, Named> named, List<Guess> guesses, Meaning meaning) {
        Set<String> codes = new HashSet<>();
        Set<Integer> taken = new HashSet<>();
        int score = 0;
        guesses.sort(Comparator.comparingInt(Guess::score).reversed().thenComparingInt(Guess::index));
        for (Guess guess : guesses) {
            Named cell = named.get(guess.index());
            if (cell == null || taken.contains(guess.index())) {
                continue;
            }
            boolean pair = cell.tick() != null
                    && named.values().stream()
                            .anyMatch(it -> it.tick() != null && guess.code().equals(it.code()));
            if (pair || codes.add(guess.code())) {
                taken.add(guess.index());
                named.put(
                        guess.index(),
                        new Named(
                                cell.text(),
                                guess.code(),
                                cell.tick(),
                                guess.score() >= OUTRIGHT ? Why.NAMED : Why.LIKE));
                score += pair ? 0 : guess.score();
            }
        }
        for (Map.Entry<Integer, Named> each : named.entrySet()) {
            if (each.getValue().tick() != null && each.getValue().code() == null) {
                each.setValue(new Named(
                        each.getValue().text(),
                        Layout.ColumnLayout.TICKED,
                        each.getValue().tick(),
                        Why.TICK));
                codes.add(Layout.ColumnLayout.TICKED);
                score += LEAST;
            }
        }
        if (rows > 1
                && named.values().stream()
                                .map(Named::tick)
                                .filter(Objects::nonNull)
                                .distinct()
                                .count()
                        > 1) {
            score += TICKED;
        }
        long required = meaning.columns().stream()
                .filter(Column::required)
                .filter(column -> codes.contains(column.code()))
                .count();
        return new Heading(row, rows, named, codes, (int) (score + 30 * required + (rows > 1 ? PAIRED : 0)), null);
    }
}
