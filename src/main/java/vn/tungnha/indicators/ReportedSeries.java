package vn.tungnha.indicators;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tungnha.indicators.MeasureView.Adding;
import vn.tungnha.indicators.MeasureView.Source;
import vn.tungnha.indicators.ReportedFigures.Contributor;
import vn.tungnha.indicators.ReportedFigures.Heir;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.Period.Grain;

/**
 * The rules of time for what is reported. It is reported for periods by their names: wherever a province cuts its October,
 * the report for October is meant, and of days that bear no such name no flow is known. FLOW: the unit's own value of the
 * very period wins; else its parts are added up, but only if all that have gone by are there. STOCK: the last known in or
 * before the period, within its year; population of any year before.
 */
class ReportedSeries {

    private final MeasureView measure;
    private final Spot spot;
    private final List<ReportedRow> rows;
    private final List<Contributor> contributors;
    private final List<Heir> heirs;
    private final LocalDate today;
    private final Period named;

    ReportedSeries(
            MeasureView measure,
            Spot spot,
            List<ReportedRow> rows,
            List<Contributor> contributors,
            List<Heir> heirs,
            LocalDate today) {
        this.measure = measure;
        this.spot = spot;
        this.rows = rows;
        this.contributors = contributors;
        this.heirs = heirs;
        this.today = today;
        this.named = spot.period().named();
    }

    @Nullable
    Part part() {
        if (measure.addsOverTime() == Adding.STOCK) {
            return stock();
        }
        Map<Long, Map<String, ReportedRow>> byUnit = new HashMap<>();
        usable(false).forEach(row -> byUnit.computeIfAbsent(row.unitId(), unit -> new HashMap<>())
                .put(row.period(), row));
        return isOfMonths(named) ? flow(named, byUnit) : null;
    }

    private static boolean isOfMonths(Period period) {
        return period.first().getDayOfMonth() == 1
                && period.last().equals(YearMonth.from(period.last()).atEndOfMonth());
    }

    private @Nullable Part flow(Period period, Map<Long, Map<String, ReportedRow>> byUnit) {
        Part direct = of(period, byUnit);
        if (direct != null) {
            return direct;
        }
        Part sum = null;
        if (period.grain() == Grain.MONTH) {
            return null;
        }
        for (LocalDate day = period.first(); !day.isAfter(period.last()); ) {
            Period step = longestFrom(day, period);
            Part part = flow(step, byUnit);
            if (part != null) {
                sum = sum == null ? part : sum.plus(part);
            } else if (expected(step)) {
                return null;
            }
            day = step.last().plusDays(1);
        }
        return sum;
    }

    /** A quarter where a whole one lies within the longer period, else a month. */
    private static Period longestFrom(LocalDate day, Period within) {
        Period quarter = Period.of(Grain.QUARTER, day);
        boolean whole = within.grain() != Grain.QUARTER
                && quarter.first().equals(day)
                && !quarter.last().isAfter(within.last());
        return whole ? quarter : Period.of(Grain.MONTH, day);
    }

    /** Over, by the province's cut, and within the life of a unit that should have reported. */
    private boolean expected(Period step) {
        return end(step).isBefore(today)
                && !step.last().isBefore(spot.from())
                && !step.first().isAfter(spot.last());
    }

    private LocalDate end(Period step) {
        LocalDate last = spot.period().last();
        return step.last().isAfter(last) ? last : step.last();
    }

    /** The sum of all that should have reported for the very period; null when one has not. */
    private @Nullable Part of(Period period, Map<Long, Map<String, ReportedRow>> byUnit) {
        if (spot.whole() || contributors.isEmpty()) {
            return byUnit.values().stream()
                    .map(rowsOfUnit -> rowsOfUnit.get(period.code()))
                    .filter(Objects::nonNull)
                    .map(ReportedRow::part)
                    .findFirst()
                    .orElse(null);
        }
        Part sum = null;
        for (Contributor unit : reporters(period)) {
            ReportedRow row = byUnit.getOrDefault(unit.unitId(), Map.of()).get(period.code());
            if (row == null) {
                return null;
            }
            sum = sum == null ? row.part() : sum.plus(row.part());
        }
        return sum;
    }

    private List<Contributor> reporters(Period period) {
        LocalDate last = end(period);
        return contributors.stream()
                .filter(it ->
                        !it.validFrom().isAfter(last) && !it.validTo().isBefore(last) && (spot.pinned() || it.own()))
                .toList();
    }

    private @Nullable Part stock() {
        boolean population = measure.source() == Source.POPULATION;
        LocalDate since = LocalDate.of(named.last().getYear(), 1, 1);
        Map<Long, ReportedRow> last = new HashMap<>();
        for (ReportedRow row : usable(true)) {
            boolean inTime = population
                    ? !row.firstDay().isAfter(named.last())
                    : !row.lastDay().isAfter(named.last()) && !row.firstDay().isBefore(since);
            if (inTime) {
                last.merge(row.unitId(), row, (a, b) -> later(a, b));
            }
        }
        return last.values().stream()
                .filter(row -> !superseded(row, last))
                .sorted(Comparator.comparing(ReportedRow::unitId))
                .map(ReportedRow::part)
                .reduce(Part::plus)
                .orElse(null);
    }

    /** Of a village's and a commune's population only the commune's counts where both are known. */
    private List<ReportedRow> usable(boolean stock) {
        if (!measure.addsOverUnits()) {
            return rows.stream().filter(ReportedRow::own).toList();
        }
        if (spot.whole()) {
            return rows;
        }
        boolean ofCommune = rows.stream().anyMatch(row -> row.level().equals("COMMUNE"));
        return rows.stream()
                .filter(row -> !ofCommune || row.level().equals("COMMUNE"))
                .filter(row -> stock || spot.pinned() || row.own())
                .toList();
    }

    private static ReportedRow later(ReportedRow a, ReportedRow b) {
        Comparator<ReportedRow> age = Comparator.comparing(ReportedRow::lastDay)
                .thenComparing(ReportedRow::firstDay, Comparator.reverseOrder());
        return age.compare(a, b) > 0 ? a : b;
    }

    /** A successor has spoken since for what this unit was. */
    private boolean superseded(ReportedRow row, Map<Long, ReportedRow> last) {
        return heirs.stream().filter(heir -> heir.fromId() == row.unitId()).anyMatch(heir -> {
            ReportedRow of = last.get(heir.toId());
            return of != null
                    && !of.lastDay().isBefore(heir.validFrom())
                    && !of.lastDay().isAfter(heir.validTo());
        });
    }
}
