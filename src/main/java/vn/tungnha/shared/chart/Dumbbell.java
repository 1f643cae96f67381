package vn.tungnha.shared.chart;

import org.jspecify.annotations.Nullable;

/** Two periods on one line: hollow = before, filled = after. Places in per cent of the line. */
public record Dumbbell(@Nullable String from, @Nullable String to, String title) {

    public static Dumbbell of(@Nullable Number from, @Nullable Number to, double full, String title) {
        return new Dumbbell(place(from, full), place(to, full), title);
    }

    private static @Nullable String place(@Nullable Number value, double full) {
        return value == null || full <= 0
                ? null
                : Scale.px(2 + Math.min(100, Math.max(0, value.doubleValue() / full * 100)) * 0.96) + "%";
    }
}
