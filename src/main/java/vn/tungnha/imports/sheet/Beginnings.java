package vn.tungnha.imports.sheet;

import java.util.ArrayList;
import java.util.List;
import vn.tungnha.imports.sheet.Beginning.Line;
import vn.tungnha.shared.VietnameseText;

/** Takes the first rows of every sheet. */
class Beginnings implements RawRows {

    private static final int MOST = 12;
    private static final int WIDEST = 12;
    private static final int LONGEST = 40;

    private final List<Beginning> found = new ArrayList<>();
    private String sheet = "";
    private List<Line> lines = new ArrayList<>();

    List<Beginning> found() {
        return found;
    }

    @Override
    public boolean sheet(String name, Merges merged) {
        sheet = name;
        lines = new ArrayList<>();
        return true;
    }

    @Override
    public boolean row(RawRow row) {
        if (!row.blank()) {
            lines.add(new Line(
                    row.number(),
                    row.cells().stream().limit(WIDEST).map(Beginnings::cut).toList()));
        }
        return lines.size() < MOST;
    }

    @Override
    public void sheetEnds() {
        found.add(new Beginning(sheet, List.copyOf(lines)));
    }

    private static String cut(String cell) {
        String text = VietnameseText.normalise(cell);
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
