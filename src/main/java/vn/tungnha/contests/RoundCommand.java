package vn.tungnha.contests;

import org.jspecify.annotations.Nullable;

/**
 * A round as somebody wants it.
 *
 * @param minutes of the whole round; null = until it is ended by hand
 * @param topic questions are drawn from; null = from all
 * @param draw how many are drawn; 0 = they will be chosen by hand
 */
public record RoundCommand(
        String name,
        int seconds,
        @Nullable Integer minutes,
        int points,
        @Nullable String topic,
        int draw) {}
