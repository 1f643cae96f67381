package vn.tungnha.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Work that a phone still keeps to itself.
 *
 * @param oldest when the longest waiting piece was stored, by the phone's clock; null when it did not say
 */
public record Unsent(int count, @Nullable Instant oldest) {}
