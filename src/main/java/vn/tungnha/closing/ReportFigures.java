package vn.tungnha.closing;

import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.indicators.Definitions;
import vn.tungnha.indicators.FigureQuery;
import vn.tungnha.indicators.Figures;
import vn.tungnha.indicators.IndicatorChoice;
import vn.tungnha.indicators.IndicatorValue;
import vn.tungnha.indicators.Structure;

/** Reckons the figures of reports as they stand now, under the tree of the period. */
@Component
@RequiredArgsConstructor
class ReportFigures {

    private final ReportLines lines;
    private final Figures figures;
    private final Definitions definitions;

    List<ReportFigure> ofTeam(long team, ReportPeriod period) {
        return figures
                .values(FigureQuery.ofTeams(List.of(team), lines.ofTeams(period.last()), List.of(period.days()))
                        .alone())
                .stream()
                .map(ReportFigures::figure)
                .toList();
    }

    /** Every indicator in every variant. */
    List<ReportFigure> ofUnit(long unit, ReportPeriod period) {
        LocalDate last = period.last();
        List<IndicatorChoice> all = definitions.list(last).stream()
                .flatMap(it -> it.variants().stream().map(variant -> new IndicatorChoice(it.code(), variant.code())))
                .toList();
        return figures
                .values(FigureQuery.ofUnits(List.of(unit), all, List.of(period.days()), Structure.then())
                        .alone())
                .stream()
                .map(ReportFigures::figure)
                .toList();
    }

    private static ReportFigure figure(IndicatorValue value) {
        return new ReportFigure(
                value.indicator(),
                value.variant().code(),
                value.kind(),
                value.numerator(),
                value.denominator(),
                value.value(),
                value.target(),
                value.exact(),
                value.coverage());
    }
}
