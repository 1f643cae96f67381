package vn.tungnha.activities;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that belongs to an activity.
 *
 * @param url of a link; null for what is stored here
 */
public record ActivityFile(
        UUID id,
        Kind kind,
        String title,
        @Nullable String url,
        @Nullable String mediaType) {

    /** What it is. */
    public enum Kind {
        LINK,
        FILE,
        PHOTO
    }

    /** What is stored, to be sent. */
    public record Content(String title, String mediaType, byte[] bytes) {}
}
