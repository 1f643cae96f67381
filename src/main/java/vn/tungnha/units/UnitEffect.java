package vn.tungnha.units;

import org.jspecify.annotations.Nullable;

/**
 * One line of a preview: how much of something a change of units concerns.
 *
 * @param key message with the count as {0}
 * @param note message that tells what becomes of them
 * @param link where they are listed, null without such a list
 */
public record UnitEffect(
        String key,
        long count,
        @Nullable String note,
        @Nullable String link) {}
