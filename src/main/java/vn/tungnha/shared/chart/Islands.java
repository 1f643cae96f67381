package vn.tungnha.shared.chart;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** Finds what lies so far off the rest that one picture of all would show nothing. */
final class Islands {

    /** A third of a degree, some 35 km. */
    private static final int FAR = 33_000;

    private Islands() {}

    /** The indexes of the outlines by where they lie, the largest group first. */
    static List<List<Integer>> groups(List<Outline> outlines) {
        List<Bounds> bounds =
                outlines.stream().map(outline -> Bounds.of(List.of(outline))).toList();
        boolean[] seen = new boolean[bounds.size()];
        List<List<Integer>> groups = new ArrayList<>();
        for (int i = 0; i < seen.length; i++) {
            if (!seen[i]) {
                groups.add(around(i, bounds, seen));
            }
        }
        groups.sort(Comparator.comparing((List<Integer> group) -> group.size()).reversed());
        return groups;
    }

    private static List<Integer> around(int start, List<Bounds> bounds, boolean[] seen) {
        List<Integer> group = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        seen[start] = true;
        while (!open.isEmpty()) {
            int at = open.pop();
            group.add(at);
            for (int other = 0; other < seen.length; other++) {
                if (!seen[other] && bounds.get(at).near(bounds.get(other), FAR)) {
                    seen[other] = true;
                    open.push(other);
                }
            }
        }
        group.sort(Comparator.naturalOrder());
        return group;
    }
}
