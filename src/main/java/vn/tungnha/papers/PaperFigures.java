package vn.tungnha.papers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.closing.PeriodLocks;
import vn.tungnha.closing.ReportCalendar;
import vn.tungnha.closing.ReportFigure;
import vn.tungnha.closing.ReportPeriod;
import vn.tungnha.closing.TeamReports;
import vn.tungnha.indicators.FigureQuery;
import vn.tungnha.indicators.Figures;
import vn.tungnha.indicators.IndicatorChoice;
import vn.tungnha.indicators.IndicatorValue;
import vn.tungnha.indicators.Structure;
import vn.tungnha.shared.Period;
import vn.tungnha.units.UnitLevel;

/** Reads the figures of a paper once, with the period before and last year; what was handed in goes before what is now. */
@Component
@RequiredArgsConstructor
class PaperFigures {

    private final Figures figures;
    private final PeriodLocks locks;
    private final TeamReports reports;
    private final ReportCalendar calendar;

    /** @param frozen figures of the period itself that were handed in; empty = as they are now, or as locked */
    FigureSheet read(
            PaperPlace place, PaperPeriod period, Collection<FormLine> lines, Collection<ReportFigure> frozen) {
        Set<IndicatorChoice> wanted = new LinkedHashSet<>();
        lines.forEach(it -> wanted.add(new IndicatorChoice(it.indicator(), it.variant())));
        List<IndicatorChoice> choices = List.copyOf(wanted);
        if (choices.isEmpty()) {
            return new FigureSheet(Map.of());
        }
        List<ReportPeriod> periods =
                List.of(days(period, place), days(period.previous(), place), days(period.sameLastYear(), place));
        List<Period> days = periods.stream().map(ReportPeriod::days).toList();
        List<IndicatorValue> values = figures.values(
                place.team() != null
                        ? FigureQuery.ofTeams(List.of(place.team().id()), choices, days)
                        : FigureQuery.ofUnits(List.of(place.home().id()), choices, days, Structure.then()));
        List<Map<String, ReportFigure>> kept = periods.stream()
                .map(it -> byKey(it == periods.get(0) && !frozen.isEmpty() ? frozen : locked(place, it)))
                .toList();
        Map<String, FigureSheet.Line> sheet = new HashMap<>();
        for (int i = 0; i < choices.size(); i++) {
            List<FigureSheet.Reading> readings = new ArrayList<>();
            for (int p = 0; p < periods.size(); p++) {
                IndicatorValue value = values.get(i * periods.size() + p);
                readings.add(FigureSheet.Reading.of(
                        value,
                        kept.get(p)
                                .get(value.indicator() + " " + value.variant().code())));
            }
            sheet.put(
                    FigureSheet.key(choices.get(i).code(), choices.get(i).variant()),
                    new FigureSheet.Line(values.get(i * periods.size()), readings));
        }
        return new FigureSheet(sheet);
    }

    private ReportPeriod days(PaperPeriod period, PaperPlace place) {
        return calendar.of(period.named(), place.home().id());
    }

    private Collection<ReportFigure> locked(PaperPlace place, ReportPeriod period) {
        if (place.team() != null) {
            return reports.handedIn(place.team().id(), period);
        }
        if (place.unit() == null || place.home().level() != UnitLevel.COMMUNE) {
            return List.of();
        }
        long unit = place.home().id();
        return locks.lockedFigures(List.of(unit), period).getOrDefault(unit, List.of());
    }

    private static Map<String, ReportFigure> byKey(Collection<ReportFigure> figures) {
        Map<String, ReportFigure> byKey = new HashMap<>();
        figures.forEach(it -> byKey.put(it.indicator() + " " + it.variant(), it));
        return byKey;
    }
}
