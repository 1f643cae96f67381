package vn.tungnha.shared;

import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.chart.Bullet;
import vn.tungnha.shared.chart.Sparkline;

/**
 * A figure with everything it must never stand without: fraction, target, change, level. All texts are finished.
 *
 * @param level {@code good, near, bad, none}
 * @param levelText what the badge says: "Thiếu 212 người"
 * @param changeSign 1, 0 or -1
 * @param changeNote "so với T8"
 * @param source "số công bố" or "minh họa", null where nothing has to be said
 */
public record KpiTile(
        String name,
        @Nullable String url,
        String level,
        String levelText,
        String value,
        String fraction,
        @Nullable Sparkline line,
        Bullet bullet,
        String target,
        int changeSign,
        @Nullable String change,
        @Nullable String changeNote,
        @Nullable String source) {}
