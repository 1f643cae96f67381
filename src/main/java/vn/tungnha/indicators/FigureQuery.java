package vn.tungnha.indicators;

import java.util.List;
import vn.tungnha.shared.Period;

/**
 * Which figures are wanted: every place x indicator x period. Places are units, or teams.
 *
 * @param compared with the period before and the same one last year of each
 */
public record FigureQuery(
        List<Long> units,
        List<Long> teams,
        List<IndicatorChoice> indicators,
        List<Period> periods,
        Structure structure,
        boolean compared) {

    public static FigureQuery ofUnits(
            List<Long> units, List<IndicatorChoice> indicators, List<Period> periods, Structure structure) {
        return new FigureQuery(units, List.of(), indicators, periods, structure, true);
    }

    public static FigureQuery ofTeams(List<Long> teams, List<IndicatorChoice> indicators, List<Period> periods) {
        return new FigureQuery(List.of(), teams, indicators, periods, Structure.then(), true);
    }

    /** Only the periods named are read: a line of twelve is a third of the work. */
    public FigureQuery alone() {
        return new FigureQuery(units, teams, indicators, periods, structure, false);
    }
}
