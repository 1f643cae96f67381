package vn.tungnha.reports.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.indicators.FigureQuery;
import vn.tungnha.indicators.Figures;
import vn.tungnha.indicators.IndicatorChoice;
import vn.tungnha.indicators.Structure;
import vn.tungnha.reports.Display;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Period;
import vn.tungnha.teams.TeamQuery;
import vn.tungnha.teams.Teams;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** A real place, and the figures a display would show of it. */
@Component
@RequiredArgsConstructor
class DisplayExamples {

    private final Figures figures;
    private final Units units;
    private final Teams teams;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** In the order of the lines. */
    List<Reading> readings(
            List<IndicatorChoice> lines, UnitView unit, @Nullable Long team, Period period, Words words) {
        FigureQuery query = team == null
                ? FigureQuery.ofUnits(List.of(unit.id()), lines, List.of(period), Structure.then())
                : FigureQuery.ofTeams(List.of(team), lines, List.of(period));
        return figures.values(query).stream()
                .map(it -> new Reading(it, null, words))
                .toList();
    }

    @Nullable
    Long team(UnitView unit, CurrentUser user) {
        return teams.list(TeamQuery.all(Days.today(clock)).under(unit.id()), user, new Paging(0, 1)).items().stream()
                .map(it -> it.id())
                .findFirst()
                .orElse(null);
    }

    /** One of the level that has teams, else any. */
    @Nullable
    UnitView unit(Display display) {
        LocalDate today = Days.today(clock);
        Map<String, Object> at = new HashMap<>(Map.of("level", display.level().name(), "today", today));
        return jdbc.sql("""
                        select u.id from unit u
                        left join lateral (select a.team_id from unit_closure c
                            join team_area a on a.village_id = c.descendant_id and :today between a.valid_from and a.valid_to
                            where c.ancestor_id = u.id and :today between c.valid_from and c.valid_to limit 1) t on true
                        where u.level = :level and :today between u.valid_from and u.valid_to
                        order by t.team_id is null, u.id limit 1
                        """)
                .params(at)
                .query(Long.class)
                .optional()
                .map(id -> units.get(id, today))
                .orElse(null);
    }
}
