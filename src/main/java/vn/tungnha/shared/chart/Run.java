package vn.tungnha.shared.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Points that follow each other without a gap. */
record Run(List<Point> points) {

    /** One place on the drawing. */
    record Point(double x, double y) {}

    static List<Run> of(List<? extends @Nullable Number> values, IntToDoubleFunction x, DoubleUnaryOperator y) {
        List<Run> runs = new ArrayList<>();
        List<Point> open = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Number value = values.get(i);
            if (value != null) {
                open.add(new Point(x.applyAsDouble(i), y.applyAsDouble(value.doubleValue())));
            } else if (!open.isEmpty()) {
                runs.add(new Run(List.copyOf(open)));
                open.clear();
            }
        }
        if (!open.isEmpty()) {
            runs.add(new Run(List.copyOf(open)));
        }
        return runs;
    }

    /** SVG path of all runs; a lone point becomes a stroke of no length, which round caps show as a dot. */
    static String path(List<Run> runs) {
        StringBuilder path = new StringBuilder();
        for (Run run : runs) {
            String move = "M";
            for (Point point : run.points) {
                path.append(move).append(at(point));
                move = "L";
            }
            if (run.points.size() == 1) {
                path.append("h0");
            }
        }
        return path.toString();
    }

    static String area(List<Run> runs, double floor) {
        StringBuilder path = new StringBuilder();
        for (Run run : runs) {
            if (run.points.size() < 2) {
                continue;
            }
            path.append('M').append(Scale.px(run.first().x())).append(' ').append(Scale.px(floor));
            run.points.forEach(point -> path.append('L').append(at(point)));
            path.append('L')
                    .append(Scale.px(run.last().x()))
                    .append(' ')
                    .append(Scale.px(floor))
                    .append('z');
        }
        return path.toString();
    }

    Point first() {
        return points.get(0);
    }

    Point last() {
        return points.get(points.size() - 1);
    }

    private static String at(Point point) {
        return Scale.px(point.x()) + " " + Scale.px(point.y());
    }
}
