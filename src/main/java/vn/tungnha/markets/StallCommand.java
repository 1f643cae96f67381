package vn.tungnha.markets;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stall as it is written down.
 *
 * @param line the row it stands in; empty = none
 * @param phone null = as it was; empty = none
 * @param household the business household whose stall it is; null = not known
 */
public record StallCommand(
        String line,
        String number,
        @Nullable String goods,
        @Nullable String trader,
        @Nullable String phone,
        @Nullable UUID household) {}
