package vn.tungnha.activities;

import org.jspecify.annotations.Nullable;

/**
 * What came of an activity.
 *
 * @param others heads counted beside those named; null = not counted
 * @param happy how many chose each face; null = nobody was asked
 */
public record ActivityOutcome(
        @Nullable Integer others,
        @Nullable Integer happy,
        @Nullable Integer neutral,
        @Nullable Integer unhappy,
        @Nullable String results) {}
