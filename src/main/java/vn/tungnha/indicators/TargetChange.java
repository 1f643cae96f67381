package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a target, as its history tells it.
 *
 * @param before what it was; null for the first one, and after a withdrawal
 * @param amount null = taken back
 * @param by null when nobody signed in did it, as in the demonstration
 * @param cascaded handed down together with others
 * @param carried confirmed after a merger
 */
public record TargetChange(
        @Nullable BigDecimal before,
        @Nullable BigDecimal amount,
        @Nullable String by,
        Instant at,
        @Nullable String reason,
        boolean cascaded,
        boolean carried) {}
