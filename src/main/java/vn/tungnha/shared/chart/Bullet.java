package vn.tungnha.shared.chart;

import org.jspecify.annotations.Nullable;

/**
 * A bar from zero with a black tick where the target is.
 *
 * @param fill length in per cent of the track, null where the value is unknown
 * @param target place of the tick in per cent, null without a target
 * @param level {@code good, near, bad, none} or {@code main}
 */
public record Bullet(@Nullable String fill, @Nullable String target, String level, String title) {

    /** {@code full} is the value at the end of the track; it grows to what has to fit. */
    public static Bullet of(@Nullable Number value, @Nullable Number target, double full, String level, String title) {
        double end = Math.max(full, target == null ? 0 : target.doubleValue());
        return new Bullet(
                value == null ? null : share(value, end), target == null ? null : share(target, end), level, title);
    }

    private static String share(Number value, double end) {
        double share = end <= 0 ? 0 : value.doubleValue() / end * 100;
        return Scale.px(Math.min(100, Math.max(0, share))) + "%";
    }
}
