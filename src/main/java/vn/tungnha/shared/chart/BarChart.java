package vn.tungnha.shared.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Upright bars from zero, each with its target as a black line; no value yet = a dashed outline. */
public record BarChart(
        int width,
        int height,
        String title,
        String left,
        String right,
        String bottom,
        List<Mark> yTicks,
        List<Column> columns,
        List<Mark> breaks) {

    private static final int LEFT = 48;
    private static final int TOP = 22;
    private static final int BOTTOM = 30;

    /**
     * One bar to draw.
     *
     * @param former reckoned by an older definition
     * @param change what happened between the bar before and this one; null = nothing
     */
    public record Bar(
            String label,
            @Nullable Number value,
            @Nullable Number target,
            boolean former,
            @Nullable String change) {

        public Bar(String label, @Nullable Number value, @Nullable Number target, boolean former) {
            this(label, value, target, former, null);
        }
    }

    /** One bar drawn. */
    public record Column(
            String css,
            String x,
            String y,
            String width,
            String height,
            String middle,
            String label,
            @Nullable String text,
            @Nullable String targetY) {

        public String end() {
            return Scale.px(Double.parseDouble(x) + Double.parseDouble(width));
        }

        public String textY() {
            return Scale.px(Double.parseDouble(y) + 17);
        }
    }

    public static BarChart of(
            String title,
            List<Bar> bars,
            DoubleFunction<String> format,
            DoubleFunction<String> inside,
            @Nullable String note) {
        return of(title, bars, format, inside, note, 480, 220);
    }

    public static BarChart of(
            String title,
            List<Bar> bars,
            DoubleFunction<String> format,
            DoubleFunction<String> inside,
            @Nullable String note,
            int width,
            int height) {
        double bottom = height - BOTTOM;
        double max = bars.stream()
                .flatMapToDouble(bar -> DoubleStream.of(number(bar.value()), number(bar.target())))
                .max()
                .orElse(0);
        Scale y = Scale.covering(0, max <= 0 ? 1 : max, 4, bottom, TOP);
        double slot = (width - LEFT - 8.0) / Math.max(1, bars.size());
        return new BarChart(
                width,
                height,
                title,
                String.valueOf(LEFT),
                String.valueOf(width - 8),
                Scale.px(bottom),
                y.ticks().stream()
                        .map(tick -> new Mark("0", Scale.px(y.at(tick)), format.apply(tick)))
                        .toList(),
                IntStream.range(0, bars.size())
                        .mapToObj(i -> column(bars.get(i), LEFT + i * slot, slot, y, bottom, inside))
                        .toList(),
                breaks(bars, note, slot));
    }

    /** Words of neighbours stand below one another; {@code note} marks where former bars end. */
    private static List<Mark> breaks(List<Bar> bars, @Nullable String note, double slot) {
        List<Mark> breaks = new ArrayList<>();
        for (int i = 1; i < bars.size(); i++) {
            String change = bars.get(i).change();
            boolean ends =
                    note != null && bars.get(i - 1).former() && !bars.get(i).former();
            String text = change != null ? change : ends ? note : null;
            if (text != null) {
                breaks.add(new Mark(Scale.px(LEFT + i * slot), String.valueOf(14 + 13 * breaks.size()), text));
            }
        }
        return List.copyOf(breaks);
    }

    private static Column column(
            Bar bar, double x, double slot, Scale y, double bottom, DoubleFunction<String> format) {
        Number value = bar.value();
        Number target = bar.target();
        double top = value != null ? y.at(value.doubleValue()) : target != null ? y.at(target.doubleValue()) : bottom;
        double width = Math.min(44, slot * 0.5);
        String text = value != null && bottom - top > 22 ? format.apply(value.doubleValue()) : null;
        return new Column(
                value == null ? "bar-empty" : bar.former() ? "bar-old" : "fill-main",
                Scale.px(x + (slot - width) / 2),
                Scale.px(top),
                Scale.px(width),
                Scale.px(bottom - top),
                Scale.px(x + slot / 2),
                bar.label(),
                text,
                target == null ? null : Scale.px(y.at(target.doubleValue())));
    }

    private static double number(@Nullable Number value) {
        return value == null ? 0 : value.doubleValue();
    }
}
