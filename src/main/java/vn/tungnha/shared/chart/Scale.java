package vn.tungnha.shared.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** From values to pixels, with round steps. {@code low} lies at pixel {@code from}, {@code high} at {@code to}. */
record Scale(double low, double high, double step, double from, double to) {

    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    /** Covers all values with about {@code steps} round steps; a flat series gets room above and below. */
    static Scale covering(double min, double max, int steps, double from, double to) {
        if (max - min < 1e-9) {
            double room = Math.max(1, Math.abs(max) * 0.05);
            return covering(Math.max(min - room, min >= 0 ? 0 : min - room), max + room, steps, from, to);
        }
        double step = roundUp((max - min) / steps);
        double low = Math.floor(min / step + 1e-9) * step;
        double high = Math.ceil(max / step - 1e-9) * step;
        return new Scale(low, high, step, from, to);
    }

    double at(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; low + i * step <= high + step / 2; i++) {
            ticks.add(low + i * step);
        }
        return ticks;
    }

    /** One decimal is finer than any screen. */
    static String px(double pixel) {
        String text = String.format(Locale.ROOT, "%.1f", pixel);
        String shorter = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        return shorter.equals("-0") ? "0" : shorter;
    }

    private static double roundUp(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double factor : ROUND) {
            if (factor * power >= rough - 1e-12) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
