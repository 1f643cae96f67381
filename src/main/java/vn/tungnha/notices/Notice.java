package vn.tungnha.notices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of somebody's inbox, in the reader's language.
 *
 * @param key the same as long as it says the same: whoever has read it is not told again
 * @param at since when
 * @param level of the traffic light: good, near, bad or info
 * @param url where it is dealt with; only what the reader may open
 */
public record Notice(
        String key,
        Kind kind,
        Instant at,
        String level,
        String title,
        @Nullable String text,
        String url) {

    /** What it is about. */
    public enum Kind {
        REPORT("file-text"),
        FOLLOW_UP("calendar-event"),
        TARGET("target-arrow"),
        MEMBER("user-plus"),
        UNITS("building-community"),
        ACTIVITY("calendar-event"),
        REQUEST("message-circle");

        private final String icon;

        Kind(String icon) {
            this.icon = icon;
        }

        public String icon() {
            return icon;
        }
    }
}
