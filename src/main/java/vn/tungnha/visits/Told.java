package vn.tungnha.visits;

import org.jspecify.annotations.Nullable;

/**
 * What became of something told.
 *
 * @param held nothing is counted yet, the ward decides
 * @param place full name of the commune that received it, as it was called on the visit's day; null when there was none
 */
public record Told(Receipt receipt, boolean held, @Nullable String place) {}
