package vn.tungnha.shared.chart;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Values sorted into equal spans with round bounds. A value on a bound belongs to the span above it, except the very last.
 *
 * @param low lower bound of the first span
 * @param counts how many lie in each span
 */
public record Bins(double low, double width, List<Integer> counts) {

    /** About so many spans; none where there are no values. */
    public static Bins of(double[] values, int about) {
        if (values.length == 0) {
            return new Bins(0, 1, List.of());
        }
        double min = DoubleStream.of(values).min().orElseThrow();
        double max = DoubleStream.of(values).max().orElseThrow();
        Scale scale = Scale.covering(min, max, about, 0, 1);
        int spans = (int) Math.round((scale.high() - scale.low()) / scale.step());
        Bins empty = new Bins(
                scale.low(),
                scale.step(),
                IntStream.range(0, spans).mapToObj(i -> 0).toList());
        int[] counts = new int[spans];
        for (double value : values) {
            counts[empty.index(value)]++;
        }
        return new Bins(empty.low, empty.width, IntStream.of(counts).boxed().toList());
    }

    /** The span of a value between the bounds. */
    public int index(double value) {
        int index = (int) Math.floor((value - low) / width + 1e-9);
        return Math.min(Math.max(index, 0), counts.size() - 1);
    }

    public double from(int index) {
        return low + index * width;
    }

    public double to(int index) {
        return low + (index + 1) * width;
    }

    public double high() {
        return low + counts.size() * width;
    }

    public int most() {
        return counts.stream().mapToInt(it -> it).max().orElse(0);
    }

    /** The value in the middle; between two of them half way; null without any. */
    public static @Nullable Double median(double[] values) {
        double[] sorted = DoubleStream.of(values).sorted().toArray();
        int half = sorted.length / 2;
        if (sorted.length == 0) {
            return null;
        }
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
