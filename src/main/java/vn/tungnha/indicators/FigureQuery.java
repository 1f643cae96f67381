package vn.tungnha.indicators;

import java.util.List;
import vn.tungnha.shared.Period;

/** Which figures are wanted: every place x indicator x period. Places are units, or teams. */
public record FigureQuery(
        List<Long> units,
        List<Long> teams,
        List<IndicatorChoice> indicators,
        List<Period> periods,
        Structure structure) {

    public static FigureQuery ofUnits(
            List<Long> units, List<IndicatorChoice> indicators, List<Period> periods, Structure structure) {
        return new FigureQuery(units, List.of(), indicators, periods, structure);
    }

    public static FigureQuery ofTeams(List<Long> teams, List<IndicatorChoice> indicators, List<Period> periods) {
        return new FigureQuery(List.of(), teams, indicators, periods, Structure.then());
    }
}
