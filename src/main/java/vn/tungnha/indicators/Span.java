package vn.tungnha.indicators;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import vn.tungnha.shared.Period;

/** The days of a period that a place lived through; both ends are counted. */
record Span(LocalDate first, LocalDate last) {

    /** A place that came or went within the period has only its own part of it. */
    static Span of(Period period, LocalDate bornOn, LocalDate endedOn) {
        LocalDate first = bornOn.isAfter(period.first()) ? bornOn : period.first();
        LocalDate last = endedOn.isBefore(period.last()) ? endedOn : period.last();
        return first.isAfter(last) ? new Span(period.first(), period.last()) : new Span(first, last);
    }

    long days() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    /** Days that have begun, today included: 0 before the first, all of them after the last. */
    long elapsed(LocalDate today) {
        return Math.max(0, Math.min(days(), ChronoUnit.DAYS.between(first, today) + 1));
    }

    boolean over(LocalDate today) {
        return today.isAfter(last);
    }
}
