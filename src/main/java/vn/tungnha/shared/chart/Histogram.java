package vn.tungnha.shared.chart;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How values are spread: a bar for each span with the number of values in it, and below a stroke for every single value.
 *
 * @param strokes where each value lies
 * @param picked the value that is marked, with its name
 */
public record Histogram(
        int width,
        int height,
        String title,
        String left,
        String right,
        String bottom,
        String stripTop,
        String stripBottom,
        String axis,
        List<Bar> bars,
        List<Mark> ticks,
        List<String> strokes,
        @Nullable Mark median,
        @Nullable Mark target,
        @Nullable Mark picked) {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 280;
    private static final int EDGE = 32;
    private static final int TOP = 44;
    private static final int STRIP = 26;
    private static final int AXIS = 28;

    /** One span drawn. */
    public record Bar(String x, String y, String width, String height, String middle, String textY, String count) {}

    /** A value to be pointed at, with what is written there. */
    public record Point(double value, String text) {}

    public static Histogram of(
            String title,
            double[] values,
            Bins bins,
            DoubleFunction<String> format,
            @Nullable Point median,
            @Nullable Point target,
            @Nullable Point picked) {
        double bottom = HEIGHT - STRIP - AXIS;
        double low = target == null ? bins.low() : Math.min(bins.low(), target.value());
        double high = target == null ? bins.high() : Math.max(bins.high(), target.value());
        Scale x = new Scale(low, high <= low ? low + 1 : high, bins.width(), EDGE, WIDTH - EDGE);
        Scale y = new Scale(0, Math.max(1, bins.most()), 1, bottom, TOP);
        return new Histogram(
                WIDTH,
                HEIGHT,
                title,
                String.valueOf(EDGE),
                String.valueOf(WIDTH - EDGE),
                Scale.px(bottom),
                Scale.px(bottom + 6),
                Scale.px(bottom + STRIP),
                Scale.px(bottom + STRIP + 18),
                IntStream.range(0, bins.counts().size())
                        .mapToObj(i -> bar(bins, i, x, y, bottom))
                        .toList(),
                IntStream.rangeClosed(0, bins.counts().size())
                        .filter(i -> bins.counts().size() <= 8 || i % 2 == 0)
                        .mapToObj(i -> new Mark(Scale.px(x.at(bins.from(i))), "0", format.apply(bins.from(i))))
                        .toList(),
                Arrays.stream(values)
                        .sorted()
                        .mapToObj(value -> Scale.px(x.at(value)))
                        .toList(),
                mark(median, x, "30"),
                mark(target, x, "14"),
                mark(picked, x, Scale.px(bottom + STRIP)));
    }

    private static Bar bar(Bins bins, int i, Scale x, Scale y, double bottom) {
        int count = bins.counts().get(i);
        double from = x.at(bins.from(i)) + 1;
        double to = x.at(bins.to(i)) - 1;
        double top = y.at(count);
        return new Bar(
                Scale.px(from),
                Scale.px(top),
                Scale.px(to - from),
                Scale.px(bottom - top),
                Scale.px((from + to) / 2),
                Scale.px(top - 6),
                count == 0 ? "" : String.valueOf(count));
    }

    private static @Nullable Mark mark(@Nullable Point point, Scale x, String y) {
        return point == null ? null : new Mark(Scale.px(x.at(point.value())), y, point.text());
    }

    /** Words beside a mark stay inside the drawing. */
    public static String anchor(Mark mark) {
        double x = Double.parseDouble(mark.x());
        return x > WIDTH - 200 ? "end" : "start";
    }

    /** How far from the mark its words stand. */
    public static String shift(Mark mark) {
        return anchor(mark).equals("end") ? "-6" : "6";
    }
}
