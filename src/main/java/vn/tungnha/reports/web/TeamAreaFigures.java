package vn.tungnha.reports.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.indicators.FigureQuery;
import vn.tungnha.indicators.Figures;
import vn.tungnha.indicators.IndicatorChoice;
import vn.tungnha.indicators.IndicatorValue;
import vn.tungnha.indicators.Structure;
import vn.tungnha.shared.Period;
import vn.tungnha.teams.TeamView;
import vn.tungnha.teams.TeamVillage;

/**
 * How far a team's area has come: the parts of its villages added up, then divided. A denominator that is told by the
 * statistics is known of villages, not of teams.
 */
@Component
@RequiredArgsConstructor
class TeamAreaFigures {

    private final Figures figures;

    private record Key(long village, String period) {}

    /** For each value of a team that lacks its parts: the same with the parts of the team's villages. */
    List<IndicatorValue> values(
            List<TeamView> teams, IndicatorChoice choice, List<Period> periods, List<IndicatorValue> ofTeams) {
        List<Long> villages = teams.stream()
                .flatMap(it -> it.villageIds().stream())
                .distinct()
                .toList();
        Map<Key, IndicatorValue> byVillage = new HashMap<>();
        figures.values(FigureQuery.ofUnits(villages, List.of(choice), periods, Structure.then())
                        .alone())
                .forEach(it -> byVillage.put(new Key(it.place(), it.period().code()), it));
        Map<Long, TeamView> byId = new HashMap<>();
        teams.forEach(team -> byId.put(team.id(), team));
        List<IndicatorValue> values = new ArrayList<>();
        for (IndicatorValue value : ofTeams) {
            TeamView team = byId.get(value.place());
            if (team != null && value.indicator().equals(choice.code()) && value.value() == null) {
                values.add(summed(
                        value,
                        team.villages().stream()
                                .map(TeamVillage::id)
                                .map(id ->
                                        byVillage.get(new Key(id, value.period().code())))
                                .toList()));
            }
        }
        return values;
    }

    private static IndicatorValue summed(IndicatorValue team, List<@Nullable IndicatorValue> villages) {
        BigDecimal numerator = BigDecimal.ZERO;
        BigDecimal denominator = BigDecimal.ZERO;
        IndicatorValue known = null;
        boolean exact = true;
        for (IndicatorValue village : villages) {
            if (village != null && village.numerator() != null && village.denominator() != null) {
                numerator = numerator.add(village.numerator());
                denominator = denominator.add(village.denominator());
                exact &= village.exact();
                known = village;
            }
        }
        if (known == null || denominator.signum() == 0) {
            return team;
        }
        return new IndicatorValue(
                team.place(),
                true,
                team.definition(),
                team.variant(),
                team.kind(),
                team.period(),
                numerator,
                denominator,
                numerator.multiply(team.definition().factor()).divide(denominator, MathContext.DECIMAL64),
                null,
                team.target(),
                team.targetPeriod(),
                team.targetCarried(),
                null,
                null,
                known.source(),
                null,
                null,
                exact,
                known.asOf(),
                List.of(),
                List.of(),
                false);
    }
}
