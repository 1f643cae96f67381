package vn.tungnha.shared.chart;

import java.util.List;

/** How far places reach on each side. */
record Bounds(int west, int south, int east, int north) {

    static Bounds of(List<Outline> outlines) {
        int west = Integer.MAX_VALUE;
        int south = Integer.MAX_VALUE;
        int east = Integer.MIN_VALUE;
        int north = Integer.MIN_VALUE;
        for (Outline outline : outlines) {
            for (Spot spot : outline.spots().toList()) {
                west = Math.min(west, spot.x());
                east = Math.max(east, spot.x());
                south = Math.min(south, spot.y());
                north = Math.max(north, spot.y());
            }
        }
        return new Bounds(west, south, east, north);
    }

    /** Whether two are no farther apart than a gap. */
    boolean near(Bounds other, int gap) {
        return west - gap <= other.east
                && other.west - gap <= east
                && south - gap <= other.north
                && other.south - gap <= north;
    }
}
