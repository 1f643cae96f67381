package vn.tungnha.units.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Vn;
import vn.tungnha.units.UnitHistory;
import vn.tungnha.units.UnitView;

/** Geometry of a unit's family: predecessors to the left, the unit itself, successors to the right. */
record FamilyTree(int width, int height, List<Box> boxes, List<Line> lines) {

    private static final int BOX_WIDTH = 196;
    private static final int BOX_HEIGHT = 52;
    private static final int COLUMN = BOX_WIDTH + 48;
    private static final int ROW = BOX_HEIGHT + 14;
    private static final int MARGIN = 2;
    private static final int LONGEST = 24;
    private static final int MOST_BOXES = 60;

    /** One unit: two lines of text in a rectangle that leads to its page. */
    record Box(int x, int y, int width, int height, String title, String note, String url, boolean here) {

        public int textX() {
            return x + 12;
        }

        public int titleY() {
            return y + 22;
        }

        public int noteY() {
            return y + 41;
        }
    }

    /** From the predecessor's right edge to the successor's left edge; dashed where only a part went. */
    record Line(String path, boolean part) {}

    /** Nothing to draw for a unit without relatives, nor for a crowd that no page holds. */
    static Optional<FamilyTree> of(UnitHistory history, Vn vn) {
        int count = count(history.before()) + count(history.after());
        return count == 0 || count > MOST_BOXES ? Optional.empty() : Optional.of(new Drawing(history, vn).tree());
    }

    private static int count(List<UnitHistory.Kin> kin) {
        return kin.stream().mapToInt(one -> 1 + count(one.further())).sum();
    }

    private static int depth(List<UnitHistory.Kin> kin) {
        return kin.stream().mapToInt(one -> 1 + depth(one.further())).max().orElse(0);
    }

    private static int rows(List<UnitHistory.Kin> kin) {
        return Math.max(1, kin.stream().mapToInt(one -> rows(one.further())).sum());
    }

    private static final class Drawing {

        private final List<Box> boxes = new ArrayList<>();
        private final List<Line> lines = new ArrayList<>();
        private final UnitHistory history;
        private final Vn vn;
        private final int left;
        private final int rows;

        Drawing(UnitHistory history, Vn vn) {
            this.history = history;
            this.vn = vn;
            this.left = depth(history.before());
            this.rows = Math.max(rows(history.before()), rows(history.after()));
        }

        FamilyTree tree() {
            Box self = box(history.unit(), left, (rows - 1) / 2.0, true);
            place(history.before(), self, left - 1, -1, (rows - rows(history.before())) / 2.0);
            place(history.after(), self, left + 1, 1, (rows - rows(history.after())) / 2.0);
            int columns = left + 1 + depth(history.after());
            return new FamilyTree(
                    columns * COLUMN - (COLUMN - BOX_WIDTH) + 2 * MARGIN,
                    rows * ROW - (ROW - BOX_HEIGHT) + 2 * MARGIN,
                    List.copyOf(boxes),
                    List.copyOf(lines));
        }

        private void place(List<UnitHistory.Kin> kin, Box near, int column, int step, double firstRow) {
            double row = firstRow;
            for (UnitHistory.Kin one : kin) {
                int taken = rows(one.further());
                Box box = box(one.unit(), column, row + (taken - 1) / 2.0, false);
                lines.add(step < 0 ? line(box, near, one) : line(near, box, one));
                place(one.further(), box, column + step, step, row);
                row += taken;
            }
        }

        private Box box(UnitView unit, int column, double row, boolean here) {
            boolean ended = !unit.validTo().equals(Days.FOREVER);
            Box box = new Box(
                    MARGIN + column * COLUMN,
                    MARGIN + (int) Math.round(row * ROW),
                    BOX_WIDTH,
                    BOX_HEIGHT,
                    shorten(unit.fullName()),
                    ended ? unit.code() + " · → " + vn.day(unit.validTo()) : unit.code(),
                    "/units/" + unit.code() + (ended ? "@" + unit.validTo() : ""),
                    here);
            boxes.add(box);
            return box;
        }

        private static Line line(Box from, Box to, UnitHistory.Kin kin) {
            int x1 = from.x() + BOX_WIDTH;
            int y1 = from.y() + BOX_HEIGHT / 2;
            int y2 = to.y() + BOX_HEIGHT / 2;
            int middle = (x1 + to.x()) / 2;
            return new Line("M%d %dH%dV%dH%d".formatted(x1, y1, middle, y2, to.x()), !kin.whole());
        }

        private static String shorten(String name) {
            return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
        }
    }
}
