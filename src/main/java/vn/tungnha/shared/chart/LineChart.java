package vn.tungnha.shared.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Lines over time. Gaps stay gaps; the axis need not start at zero, so it is labelled. */
public record LineChart(
        int width,
        int height,
        String title,
        String left,
        String right,
        String bottom,
        List<Mark> yTicks,
        List<Mark> xTicks,
        List<String> others,
        List<Line> lines,
        @Nullable Mark target,
        @Nullable Mark breakAt) {

    private static final int LEFT = 48;
    private static final int TOP = 14;
    private static final int BOTTOM = 30;
    private static final int LABEL_ROOM = 190;
    private static final int LABEL_HEIGHT = 18;
    private static final int MOST_HIGHLIGHTED = 4;

    /** A highlighted line: number 1 to 4 chooses colour, dash and marker. */
    public record Line(
            int number,
            String name,
            String path,
            String marker,
            @Nullable Mark end) {}

    /** A change of definition: the first period under the new one, and a short note. */
    public record Break(int index, String note) {}

    /** What surrounds the lines. {@code format} writes a value at the axis, {@code ends} where a line ends, with its unit. */
    public record Frame(
            int width,
            int height,
            String title,
            DoubleFunction<String> format,
            DoubleFunction<String> ends,
            @Nullable Number target,
            @Nullable String targetText,
            @Nullable Break change) {

        public static Frame of(String title, DoubleFunction<String> format) {
            return new Frame(720, 260, title, format, format, null, null, null);
        }

        public Frame withTarget(@Nullable Number target, String text) {
            return new Frame(width, height, title, format, ends, target, text, change);
        }

        public Frame ending(DoubleFunction<String> ends) {
            return new Frame(width, height, title, format, ends, target, targetText, change);
        }

        public Frame sized(int width, int height) {
            return new Frame(width, height, title, format, ends, target, targetText, change);
        }

        public Frame changedAt(int index, String note) {
            return new Frame(width, height, title, format, ends, target, targetText, new Break(index, note));
        }
    }

    public static LineChart of(List<Series> series, List<String> periods, Frame frame) {
        int right = frame.width() - LABEL_ROOM;
        int bottom = frame.height() - BOTTOM;
        Scale y = scale(series, frame.target(), bottom);
        double gap = periods.size() < 2 ? 0 : (double) (right - LEFT) / (periods.size() - 1);
        List<String> others = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (Series one : series) {
            List<Run> runs = Run.of(one.values(), i -> LEFT + i * gap, y::at);
            if (one.highlighted() && lines.size() < MOST_HIGHLIGHTED) {
                lines.add(line(lines.size() + 1, one, runs, frame.ends()));
            } else if (!runs.isEmpty()) {
                others.add(Run.path(runs));
            }
        }
        return new LineChart(
                frame.width(),
                frame.height(),
                frame.title(),
                String.valueOf(LEFT),
                String.valueOf(right),
                String.valueOf(bottom),
                y.ticks().stream()
                        .map(tick -> new Mark(
                                "0", Scale.px(y.at(tick)), frame.format().apply(tick)))
                        .toList(),
                xTicks(periods, gap),
                List.copyOf(others),
                apart(lines, bottom),
                frame.target() == null
                        ? null
                        : new Mark(
                                String.valueOf(LEFT),
                                Scale.px(y.at(frame.target().doubleValue())),
                                Objects.requireNonNullElse(frame.targetText(), "")),
                frame.change() == null
                        ? null
                        : new Mark(
                                Scale.px(LEFT + (frame.change().index() - 0.5) * gap),
                                String.valueOf(TOP),
                                frame.change().note()));
    }

    public boolean empty() {
        return others.isEmpty() && lines.stream().allMatch(line -> line.path().isEmpty());
    }

    private static Scale scale(List<Series> series, @Nullable Number target, double bottom) {
        double[] all = DoubleStream.concat(
                        series.stream()
                                .flatMap(one -> one.values().stream())
                                .filter(Objects::nonNull)
                                .mapToDouble(Number::doubleValue),
                        target == null ? DoubleStream.empty() : DoubleStream.of(target.doubleValue()))
                .toArray();
        double min = DoubleStream.of(all).min().orElse(0);
        double max = DoubleStream.of(all).max().orElse(100);
        return Scale.covering(min, max, 5, bottom, TOP);
    }

    private static Line line(int number, Series one, List<Run> runs, DoubleFunction<String> format) {
        if (runs.isEmpty()) {
            return new Line(number, one.name(), "", "", null);
        }
        Run.Point last = runs.get(runs.size() - 1).last();
        double value = one.values().stream()
                .filter(Objects::nonNull)
                .reduce((before, after) -> after)
                .orElseThrow()
                .doubleValue();
        Mark end = new Mark(Scale.px(last.x()), Scale.px(last.y()), format.apply(value));
        return new Line(number, one.name(), Run.path(runs), marker(number, last), end);
    }

    private static String marker(int number, Run.Point at) {
        String place = "M" + Scale.px(at.x()) + " " + Scale.px(at.y());
        return switch (number) {
            case 1 -> place + "m-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z";
            case 2 -> place + "m-4.5 -4.5h9v9h-9z";
            case 3 -> place + "m0 -5.5l5.5 9.5h-11z";
            default -> place + "m0 -6l6 6l-6 6l-6 -6z";
        };
    }

    /** At most seven words under the axis, the first and the last period always among them. */
    private static List<Mark> xTicks(List<String> periods, double gap) {
        int every = Math.max(1, (int) Math.ceil(periods.size() / 7.0));
        int last = periods.size() - 1;
        return IntStream.rangeClosed(0, last)
                .filter(i -> i == last || i % every == 0 && last - i >= every)
                .mapToObj(i -> new Mark(Scale.px(LEFT + i * gap), "0", periods.get(i)))
                .toList();
    }

    /** Pushes end labels down, then up from the floor, until no two overlap. */
    private static List<Line> apart(List<Line> lines, double bottom) {
        List<Line> labelled = lines.stream()
                .filter(line -> line.end() != null)
                .sorted(Comparator.comparingDouble(LineChart::labelY))
                .toList();
        double[] y = labelled.stream().mapToDouble(LineChart::labelY).toArray();
        for (int i = 1; i < y.length; i++) {
            y[i] = Math.max(y[i], y[i - 1] + LABEL_HEIGHT);
        }
        for (int i = y.length - 1; i >= 0; i--) {
            y[i] = Math.min(y[i], i == y.length - 1 ? bottom : y[i + 1] - LABEL_HEIGHT);
        }
        return IntStream.range(0, y.length)
                .mapToObj(i -> moved(labelled.get(i), y[i]))
                .sorted(Comparator.comparingInt(Line::number))
                .toList();
    }

    private static double labelY(Line line) {
        return Double.parseDouble(Objects.requireNonNull(line.end()).y());
    }

    private static Line moved(Line line, double y) {
        Mark end = Objects.requireNonNull(line.end());
        return new Line(
                line.number(), line.name(), line.path(), line.marker(), new Mark(end.x(), Scale.px(y), end.text()));
    }
}
