package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.indicators.ReportedWarning.Kind;
import vn.tungnha.shared.Period;

/** Looks for figures that may be slips of the pen: they are stored once somebody says that they are right. */
@Component
@RequiredArgsConstructor
class Plausibility {

    /** A change by more than half of the last amount. */
    private static final BigDecimal JUMP = new BigDecimal("0.5");

    private final JdbcClient jdbc;
    private final Definitions definitions;

    List<ReportedWarning> check(ReportedCommand command) {
        return around(command.unitId(), command.period()).check(command.values());
    }

    /** What new figures of a unit and period are compared with, read once. */
    Around around(long unitId, Period period) {
        return new Around(
                stored(unitId, period), stored(unitId, period.previous()), fractions(period), definitions.measures());
    }

    /**
     * A unit's figures beside the new ones.
     *
     * @param stored of the same period
     * @param before of the period before
     * @param fractions the denominator of each numerator
     */
    record Around(
            Map<String, BigDecimal> stored,
            Map<String, BigDecimal> before,
            Map<String, String> fractions,
            Map<String, MeasureView> measures) {

        List<ReportedWarning> check(Map<String, Optional<BigDecimal>> values) {
            List<ReportedWarning> warnings = new ArrayList<>();
            Map<String, BigDecimal> typed = new HashMap<>();
            values.forEach((code, amount) -> amount.ifPresent(it -> typed.put(code, it)));
            Map<String, BigDecimal> all = new HashMap<>(stored);
            all.keySet().removeAll(values.keySet());
            all.putAll(typed);
            fractions.forEach((numerator, denominator) -> {
                BigDecimal above = all.get(numerator);
                BigDecimal below = all.get(denominator);
                boolean touched = typed.containsKey(numerator) || typed.containsKey(denominator);
                if (touched && above != null && below != null && above.compareTo(below) > 0) {
                    warnings.add(new ReportedWarning(Kind.NUMERATOR_ABOVE_DENOMINATOR, numerator, above, below));
                }
            });
            typed.forEach((code, amount) ->
                    compare(code, amount, before.get(code), measures.get(code)).ifPresent(warnings::add));
            return warnings;
        }

        /** Whether a warning is about a measure: its own, or the one it is a share of. */
        boolean concerns(ReportedWarning warning, String measure) {
            return warning.measure().equals(measure)
                    || warning.kind() == Kind.NUMERATOR_ABOVE_DENOMINATOR
                            && measure.equals(fractions.get(warning.measure()));
        }
    }

    /** A stock may well stay the same; a flow hardly does. */
    private static Optional<ReportedWarning> compare(
            String code, BigDecimal amount, @Nullable BigDecimal was, @Nullable MeasureView measure) {
        if (was == null || was.signum() == 0 || measure == null) {
            return Optional.empty();
        }
        if (amount.compareTo(was) == 0 && measure.adds(MeasureView.Adding.FLOW)) {
            return Optional.of(new ReportedWarning(Kind.SAME_AS_BEFORE, code, amount, was));
        }
        boolean jumps = amount.subtract(was).abs().compareTo(was.multiply(JUMP)) > 0;
        return jumps ? Optional.of(new ReportedWarning(Kind.JUMP, code, amount, was)) : Optional.empty();
    }

    private Map<String, String> fractions(Period period) {
        Map<String, String> fractions = new HashMap<>();
        definitions.list(period.last()).stream()
                .flatMap(it -> it.variants().stream())
                .forEach(variant -> {
                    if (variant.denominator() != null) {
                        fractions.putIfAbsent(variant.numerator(), variant.denominator());
                    }
                });
        return fractions;
    }

    private Map<String, BigDecimal> stored(long unitId, Period period) {
        Map<String, BigDecimal> amounts = new HashMap<>();
        jdbc.sql("""
                        select m.code, r.amount from reported_value r join measure m on m.id = r.measure_id
                        where r.unit_id = :unit and r.period = :period and r.replaced_at is null and r.amount is not null
                        """).param("unit", unitId).param("period", period.code()).query(row -> {
            amounts.put(row.getString("code"), row.getBigDecimal("amount"));
        });
        return amounts;
    }
}
