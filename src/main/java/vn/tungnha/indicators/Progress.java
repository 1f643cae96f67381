package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody should be by today, and where the present pace leads. What is not known stays null; nothing is capped.
 *
 * @param days days of the period that have begun
 * @param of days of the period, or of the part of it that the place lived through
 * @param expected what should be reached by today
 * @param forecast at the end of the period, if it goes on like this
 */
public record Progress(
        long days,
        long of,
        @Nullable BigDecimal expected,
        @Nullable BigDecimal forecast) {

    /** Something that adds up day by day from nothing: every day has the same share of the target. */
    static Progress ofFlow(Span span, LocalDate today, @Nullable BigDecimal amount, @Nullable BigDecimal target) {
        long days = span.elapsed(today);
        return new Progress(
                days,
                span.days(),
                target == null ? null : share(target, days, span.days()),
                amount == null || days == 0 ? null : share(amount, span.days(), days));
    }

    /**
     * A stock or a rate: on a straight line from what it was when the period began to the target. Where it began beyond
     * the target, the target is to be held.
     *
     * @param up whether more is better
     */
    static Progress ofLevel(
            Span span,
            LocalDate today,
            @Nullable BigDecimal start,
            @Nullable BigDecimal now,
            @Nullable BigDecimal target,
            boolean up) {
        long days = span.elapsed(today);
        return new Progress(
                days, span.days(), expected(span, days, start, target, up), forecast(span, today, days, start, now));
    }

    private static @Nullable BigDecimal expected(
            Span span, long days, @Nullable BigDecimal start, @Nullable BigDecimal target, boolean up) {
        if (target == null || days == span.days()) {
            return target;
        }
        if (start == null) {
            return null;
        }
        boolean beyond = up ? start.compareTo(target) >= 0 : start.compareTo(target) <= 0;
        return beyond ? target : start.add(share(target.subtract(start), days, span.days()));
    }

    private static @Nullable BigDecimal forecast(
            Span span, LocalDate today, long days, @Nullable BigDecimal start, @Nullable BigDecimal now) {
        if (now == null || days == 0) {
            return null;
        }
        if (span.over(today)) {
            return now;
        }
        return start == null ? null : start.add(share(now.subtract(start), span.days(), days));
    }

    private static BigDecimal share(BigDecimal whole, long part, long of) {
        return whole.multiply(BigDecimal.valueOf(part)).divide(BigDecimal.valueOf(of), MathContext.DECIMAL64);
    }
}
