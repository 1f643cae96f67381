package vn.tungnha.papers;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What officials have written into one draft.
 *
 * @param version null while nothing was written
 * @param words by key of the section
 */
public record DraftTexts(
        @Nullable Integer version,
        @Nullable String by,
        @Nullable Instant at,
        Map<String, Words> words) {

    static final DraftTexts NONE = new DraftTexts(null, null, null, Map.of());

    /** What was written, and what the figures said at that moment. */
    public record Words(String text, String basis) {}
}
