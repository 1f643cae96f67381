package vn.tungnha.reports;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.tungnha.indicators.IndicatorChoice;
import vn.tungnha.units.UnitLevel;

/** Which figures the dashboards of each level show. */
@Service
@RequiredArgsConstructor
public class DashboardTiles {

    private final JdbcClient jdbc;

    public List<IndicatorChoice> of(UnitLevel level) {
        return of(level.name());
    }

    /** The columns of the ranking of teams: a plan, a share, what they are ranked by, a count. */
    public List<IndicatorChoice> ofTeams() {
        return of("TEAM");
    }

    private List<IndicatorChoice> of(String level) {
        return jdbc.sql("select indicator as code, variant from dashboard_tile where level = ? order by position")
                .param(level)
                .query(IndicatorChoice.class)
                .list();
    }
}
