package vn.tungnha.shared.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a name and a figure below it fit into a shape. */
final class LabelPlace {

    private static final double LETTER = 6.4;
    private static final int HALF_HEIGHT = 14;
    private static final int TRIES = 12;

    private LabelPlace() {}

    /** A stretch of one height that lies inside. */
    private record Stretch(double from, double to) {

        double width() {
            return to - from;
        }

        Stretch within(Stretch other) {
            return new Stretch(Math.max(from, other.from), Math.min(to, other.to));
        }
    }

    /** The middle of the widest place that takes both lines; null where none does. */
    static ShapeMap.@Nullable Label of(Outline outline, Sheet sheet, String name, String text) {
        double needed = Math.max(name.length(), text.length() + 2) * LETTER;
        double top = outline.spots().mapToDouble(sheet::y).min().orElse(0);
        double bottom = outline.spots().mapToDouble(sheet::y).max().orElse(0);
        ShapeMap.Label best = null;
        double widest = needed;
        for (int i = 1; i < TRIES; i++) {
            double y = top + (bottom - top) * i / TRIES;
            List<Stretch> above = stretches(outline, sheet, y - HALF_HEIGHT);
            List<Stretch> below = stretches(outline, sheet, y + HALF_HEIGHT);
            for (Stretch middle : stretches(outline, sheet, y)) {
                Stretch free = widest(below, widest(above, middle));
                if (free.width() > widest) {
                    widest = free.width();
                    best = new ShapeMap.Label((int) Math.round((free.from() + free.to()) / 2), (int) Math.round(y));
                }
            }
        }
        return best;
    }

    private static Stretch widest(List<Stretch> stretches, Stretch within) {
        return stretches.stream()
                .map(within::within)
                .max(Comparator.comparingDouble(Stretch::width))
                .orElse(new Stretch(0, 0));
    }

    private static List<Stretch> stretches(Outline outline, Sheet sheet, double y) {
        List<Double> crossings = new ArrayList<>();
        outline.rings().forEach(ring -> {
            for (int i = 0; i < ring.size(); i++) {
                Spot here = ring.get(i);
                Spot next = ring.get((i + 1) % ring.size());
                double from = sheet.y(here);
                double to = sheet.y(next);
                if (from <= y != to <= y) {
                    crossings.add(sheet.x(here) + (y - from) / (to - from) * (sheet.x(next) - sheet.x(here)));
                }
            }
        });
        crossings.sort(Comparator.naturalOrder());
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i + 1 < crossings.size(); i += 2) {
            stretches.add(new Stretch(crossings.get(i), crossings.get(i + 1)));
        }
        return stretches;
    }
}
