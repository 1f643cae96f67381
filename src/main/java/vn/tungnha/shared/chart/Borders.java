package vn.tungnha.shared.chart;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Draws outlines with fewer corners. A border that two neighbours share is simplified once and stays shared: rings are cut
 * where three or more lines meet, and each piece is simplified in the same direction whoever it belongs to.
 */
public final class Borders {

    private static final Comparator<Spot> ORDER =
            Comparator.comparingInt(Spot::x).thenComparingInt(Spot::y);
    private static final int LEAST = 3;

    private final Map<Spot, Set<Spot>> neighbours = new HashMap<>();
    private final double tolerance;

    private Borders(double tolerance) {
        this.tolerance = tolerance;
    }

    /** @param tolerance how far a line may move, in units of {@link Spot}; rings that shrink to nothing are left out */
    public static <K> Map<K, Outline> simplify(Map<K, Outline> outlines, double tolerance) {
        Borders borders = new Borders(tolerance);
        outlines.values().forEach(outline -> outline.rings().forEach(borders::learn));
        Map<K, Outline> simple = new HashMap<>();
        outlines.forEach((key, outline) -> simple.put(key, borders.simple(outline)));
        return simple;
    }

    private void learn(List<Spot> ring) {
        for (int i = 0; i < ring.size(); i++) {
            Spot here = ring.get(i);
            Spot next = ring.get((i + 1) % ring.size());
            neighbours.computeIfAbsent(here, spot -> new HashSet<>()).add(next);
            neighbours.computeIfAbsent(next, spot -> new HashSet<>()).add(here);
        }
    }

    /** The largest ring stays even where it is smaller than the tolerance: every place keeps a shape. */
    private Outline simple(Outline outline) {
        List<List<List<Spot>>> polygons = new ArrayList<>();
        for (List<List<Spot>> polygon : outline.polygons()) {
            List<List<Spot>> rings = new ArrayList<>();
            for (List<Spot> ring : polygon) {
                List<Spot> simple = simple(ring);
                if (simple.size() >= LEAST) {
                    rings.add(simple);
                } else if (rings.isEmpty()) {
                    break;
                }
            }
            if (!rings.isEmpty()) {
                polygons.add(List.copyOf(rings));
            }
        }
        if (polygons.isEmpty()) {
            return new Outline(outline.polygons().stream()
                    .max(Comparator.comparingDouble(polygon -> Math.abs(area(polygon.get(0)))))
                    .map(polygon -> List.of(List.of(polygon.get(0))))
                    .orElse(List.of()));
        }
        return new Outline(List.copyOf(polygons));
    }

    private List<Spot> simple(List<Spot> ring) {
        List<Integer> cuts = new ArrayList<>();
        for (int i = 0; i < ring.size(); i++) {
            if (neighbours.getOrDefault(ring.get(i), Set.of()).size() > 2) {
                cuts.add(i);
            }
        }
        if (cuts.size() < 2) {
            int start = cuts.isEmpty() ? first(ring) : cuts.get(0);
            cuts = new ArrayList<>(List.of(start, farthest(ring, start)));
            cuts.sort(Comparator.naturalOrder());
        }
        List<Spot> simple = new ArrayList<>();
        for (int i = 0; i < cuts.size(); i++) {
            List<Spot> piece = piece(ring, cuts.get(i), cuts.get((i + 1) % cuts.size()));
            simple.addAll(piece.subList(0, piece.size() - 1));
        }
        return simple;
    }

    private List<Spot> piece(List<Spot> ring, int from, int to) {
        List<Spot> piece = new ArrayList<>();
        int at = from;
        do {
            piece.add(ring.get(at));
            at = (at + 1) % ring.size();
        } while (at != to);
        piece.add(ring.get(to));
        boolean turned = ORDER.compare(piece.get(0), piece.get(piece.size() - 1)) > 0;
        if (turned) {
            Collections.reverse(piece);
        }
        List<Spot> kept = kept(piece);
        if (turned) {
            Collections.reverse(kept);
        }
        return kept;
    }

    /** Douglas and Peucker: the corner farthest from the straight line stays if it is farther than the tolerance. */
    private List<Spot> kept(List<Spot> piece) {
        BitSet corners = new BitSet(piece.size());
        corners.set(0);
        corners.set(piece.size() - 1);
        Deque<int[]> open = new ArrayDeque<>(List.of(new int[] {0, piece.size() - 1}));
        while (!open.isEmpty()) {
            int[] span = open.pop();
            double most = tolerance;
            int corner = -1;
            for (int i = span[0] + 1; i < span[1]; i++) {
                double off = distance(piece.get(i), piece.get(span[0]), piece.get(span[1]));
                if (off > most) {
                    most = off;
                    corner = i;
                }
            }
            if (corner >= 0) {
                corners.set(corner);
                open.push(new int[] {span[0], corner});
                open.push(new int[] {corner, span[1]});
            }
        }
        return corners.stream().mapToObj(piece::get).collect(Collectors.toCollection(ArrayList::new));
    }

    private static double distance(Spot spot, Spot from, Spot to) {
        double dx = (double) to.x() - from.x();
        double dy = (double) to.y() - from.y();
        double length = dx * dx + dy * dy;
        double along = length == 0
                ? 0
                : Math.max(0, Math.min(1, ((spot.x() - from.x()) * dx + (spot.y() - from.y()) * dy) / length));
        return Math.hypot(spot.x() - from.x() - along * dx, spot.y() - from.y() - along * dy);
    }

    private static int first(List<Spot> ring) {
        int first = 0;
        for (int i = 1; i < ring.size(); i++) {
            if (ORDER.compare(ring.get(i), ring.get(first)) < 0) {
                first = i;
            }
        }
        return first;
    }

    private static int farthest(List<Spot> ring, int from) {
        Spot start = ring.get(from);
        int farthest = (from + 1) % ring.size();
        for (int i = 0; i < ring.size(); i++) {
            int order = Double.compare(apart(ring.get(i), start), apart(ring.get(farthest), start));
            if (order > 0 || order == 0 && ORDER.compare(ring.get(i), ring.get(farthest)) < 0) {
                farthest = i;
            }
        }
        return farthest;
    }

    private static double apart(Spot one, Spot other) {
        return Math.hypot((double) one.x() - other.x(), (double) one.y() - other.y());
    }

    /** Twice the area, negative where the ring runs clockwise. */
    static double area(List<Spot> ring) {
        double sum = 0;
        for (int i = 0; i < ring.size(); i++) {
            Spot here = ring.get(i);
            Spot next = ring.get((i + 1) % ring.size());
            sum += (double) here.x() * next.y() - (double) next.x() * here.y();
        }
        return sum;
    }
}
