package vn.tungnha.shared.chart;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** From places on the earth to pixels. Small countries need no more than degrees east made as wide as they are there. */
record Sheet(double west, double north, double narrow, double scale, double left, double top, int height) {

    private static final double LEAST_SPAN = 50;

    /** As large as the frame allows, in its middle; lower than the frame where the places are wide. */
    static Sheet fitting(List<Outline> outlines, ShapeMap.Frame frame) {
        Bounds all = Bounds.of(outlines);
        double narrow = Math.cos(Math.toRadians((all.north() + all.south()) / 2.0 / Spot.PER_DEGREE));
        double width = Math.max(LEAST_SPAN, (all.east() - all.west()) * narrow);
        double height = Math.max(LEAST_SPAN, all.north() - all.south());
        double scale = Math.min((frame.width() - 4) / width, (frame.height() - 4) / height);
        return new Sheet(
                all.west(),
                all.north(),
                narrow,
                scale,
                frame.x() + (frame.width() - width * scale) / 2,
                frame.y() + 2,
                (int) Math.ceil(height * scale) + 4);
    }

    double x(Spot spot) {
        return left + (spot.x() - west) * narrow * scale;
    }

    double y(Spot spot) {
        return top + (north - spot.y()) * scale;
    }

    String path(Outline outline) {
        return outline.rings()
                .map(ring -> ring.stream().map(this::pixel).collect(Collectors.joining("L", "M", "Z")))
                .collect(Collectors.joining());
    }

    private String pixel(Spot spot) {
        return String.format(Locale.ROOT, "%.1f %.1f", x(spot), y(spot));
    }
}
