package vn.tungnha.shared.chart;

import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** A small line of the last periods with a dashed target; sits beside a figure, so it has no axis. */
public record Sparkline(
        int width,
        int height,
        String title,
        String path,
        String area,
        @Nullable Mark end,
        @Nullable String targetY,
        @Nullable String breakX) {

    private static final int EDGE = 5;

    /** Beside the figure of a tile. */
    public static Sparkline tile(List<? extends @Nullable Number> values, @Nullable Number target, String title) {
        return of(values, target, title, 160, 48);
    }

    /** In the row of a table: line only. */
    public static Sparkline row(List<? extends @Nullable Number> values, String title) {
        return of(values, null, title, 72, 22);
    }

    /** One of many small ones side by side: all of them from {@code low} to {@code high}. */
    public static Sparkline panel(
            List<? extends @Nullable Number> values, @Nullable Number target, double low, double high, String title) {
        return on(new Scale(low, high <= low ? low + 1 : high, 1, 72 - EDGE, EDGE), values, target, title, 200, 72);
    }

    /** Marked off before one of its {@code count} periods, where the units it is of were put together. */
    public Sparkline brokenAt(int index, int count, String note) {
        double gap = count < 2 ? 0 : (double) (width - 2 * EDGE) / (count - 1);
        return new Sparkline(
                width, height, title + ", " + note, path, area, end, targetY, Scale.px(EDGE + (index - 0.5) * gap));
    }

    private static Sparkline of(
            List<? extends @Nullable Number> values, @Nullable Number target, String title, int width, int height) {
        double[] all = DoubleStream.concat(
                        values.stream().filter(Objects::nonNull).mapToDouble(Number::doubleValue),
                        target == null ? DoubleStream.empty() : DoubleStream.of(target.doubleValue()))
                .toArray();
        double min = DoubleStream.of(all).min().orElse(0);
        double max = DoubleStream.of(all).max().orElse(1);
        double room = max - min < 1e-9 ? 1 : 0;
        return on(new Scale(min - room, max + room, 1, height - EDGE, EDGE), values, target, title, width, height);
    }

    private static Sparkline on(
            Scale y,
            List<? extends @Nullable Number> values,
            @Nullable Number target,
            String title,
            int width,
            int height) {
        double gap = values.size() < 2 ? 0 : (double) (width - 2 * EDGE) / (values.size() - 1);
        List<Run> runs = Run.of(values, i -> EDGE + i * gap, y::at);
        Run.Point last = runs.isEmpty() ? null : runs.get(runs.size() - 1).last();
        return new Sparkline(
                width,
                height,
                title,
                Run.path(runs),
                Run.area(runs, height),
                last == null ? null : new Mark(Scale.px(last.x()), Scale.px(last.y()), ""),
                target == null ? null : Scale.px(y.at(target.doubleValue())),
                null);
    }
}
