package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tungnha.indicators.Concern.Sort;
import vn.tungnha.indicators.IndicatorDefinition.Kind;
import vn.tungnha.indicators.MeasureView.Source;

/**
 * Finds reasons to look at somebody.
 *
 * @param heard the last day anything was logged, or reported
 * @param population codes of measures that are population
 */
record Concerns(
        LocalDate today,
        Map<TargetPlace.Key, LocalDate> visits,
        Map<TargetPlace.Key, LocalDate> reports,
        Set<String> population) {

    private static final int QUIET_FIELD = 14;
    private static final int QUIET_REPORTS = 45;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Less than what a table shows is no fall. */
    private static final BigDecimal SEEN = new BigDecimal("0.05");

    List<Concern> of(Standing standing) {
        List<Concern> found = new ArrayList<>();
        BigDecimal now = standing.amount();
        if (standing.progress().days() == 0) {
            return standing.goal() == null ? List.of(Concern.plain(Sort.UNTARGETED)) : List.of();
        }
        switch (standing.state()) {
            case BEHIND, MISSED -> behind(standing, found);
            case UNKNOWN -> found.add(Concern.plain(Sort.UNKNOWN));
            case UNTARGETED -> found.add(Concern.plain(Sort.UNTARGETED));
            default -> {}
        }
        if (now != null) {
            silent(standing, found);
            fallingOrAbove(standing, now, found);
        }
        found.sort(Comparator.comparing(Concern::sort));
        return List.copyOf(found);
    }

    private static void behind(Standing standing, List<Concern> found) {
        BigDecimal now = standing.amount();
        BigDecimal expected = standing.progress().expected();
        BigDecimal goal = standing.goal();
        if (now != null && expected != null && goal != null) {
            BigDecimal gap = Standing.gap(now, expected, standing.up());
            BigDecimal weight = goal.signum() == 0 ? BigDecimal.ONE : gap.divide(goal.abs(), MathContext.DECIMAL64);
            found.add(Concern.behind(weight, now, expected, heads(standing, gap)));
        }
    }

    /** A gap in points comes to so many heads of the denominator. */
    private static @Nullable BigDecimal heads(Standing standing, BigDecimal gap) {
        if (!standing.up()) {
            return null;
        }
        if (standing.kind() == Kind.COUNT) {
            return gap.setScale(0, RoundingMode.CEILING);
        }
        BigDecimal denominator = standing.value().denominator();
        BigDecimal factor = standing.value().definition().factor();
        return denominator == null || factor.signum() == 0
                ? null
                : gap.multiply(denominator)
                        .divide(factor, 6, RoundingMode.HALF_UP)
                        .setScale(0, RoundingMode.CEILING);
    }

    /** Only a place that is still there can be too quiet, in a period that is still running. */
    private void silent(Standing standing, List<Concern> found) {
        if (standing.value().period().last().isBefore(today)
                || standing.place().endedOn().isBefore(today)) {
            return;
        }
        Source source = standing.counted().source();
        LocalDate last =
                (source == Source.FIELD ? visits : reports).get(standing.place().key());
        if (source != Source.FIELD && last == null) {
            return;
        }
        long days = last == null ? standing.progress().days() : ChronoUnit.DAYS.between(last, today);
        if (days > (source == Source.FIELD ? QUIET_FIELD : QUIET_REPORTS)) {
            found.add(Concern.silent(Sort.SILENT, last, days));
        }
    }

    private void fallingOrAbove(Standing standing, BigDecimal now, List<Concern> found) {
        BigDecimal start = standing.start();
        if (!standing.flow() && start != null) {
            BigDecimal fall = Standing.gap(now, start, standing.up());
            if (fall.compareTo(SEEN) >= 0) {
                found.add(Concern.compared(Sort.FALLING, fall, now, start));
            }
        }
        String below = standing.value().variant().denominator();
        if (standing.kind() == Kind.RATE && below != null && population.contains(below) && now.compareTo(HUNDRED) > 0) {
            found.add(Concern.compared(Sort.ABOVE, now.subtract(HUNDRED), now, HUNDRED));
        }
    }
}
