package vn.tungnha.reports;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.indicators.IndicatorChoice;
import vn.tungnha.units.UnitLevel;

/** Which figures the dashboards of each level show. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class DashboardTiles {

    private static final String TEAM = "TEAM";

    private final JdbcClient jdbc;

    /** Without what had ended by a day; all of them where that leaves none. */
    public List<IndicatorChoice> of(UnitLevel level, LocalDate on) {
        List<IndicatorChoice> inForce = jdbc.sql("""
                        select indicator as code, variant from dashboard_tile t
                        where level = :level and exists (
                            select from indicator i join indicator_version v on v.indicator_id = i.id
                            where i.code = t.indicator and v.valid_to >= :on)
                        order by t.position
                        """)
                .param("level", level.name())
                .param("on", on)
                .query(IndicatorChoice.class)
                .list();
        return inForce.isEmpty() ? of(level.name()) : inForce;
    }

    /** The columns of the ranking of teams: a plan, a share, what they are ranked by, a count. */
    public List<IndicatorChoice> ofTeams() {
        return of(TEAM);
    }

    List<IndicatorChoice> of(String level) {
        return jdbc.sql("select indicator as code, variant from dashboard_tile where level = ? order by position")
                .param(level)
                .query(IndicatorChoice.class)
                .list();
    }

    @Transactional
    void replace(String level, List<IndicatorChoice> lines) {
        jdbc.sql("delete from dashboard_tile where level = ?").param(level).update();
        jdbc.sql("""
                        insert into dashboard_tile (level, position, indicator, variant)
                        select :level, position, indicator, variant
                        from unnest(:codes, :variants, :positions) as l (indicator, variant, position)
                        """)
                .param("level", level)
                .param("codes", lines.stream().map(IndicatorChoice::code).toArray(String[]::new))
                .param("variants", lines.stream().map(IndicatorChoice::variant).toArray(String[]::new))
                .param(
                        "positions",
                        IntStream.rangeClosed(1, lines.size()).boxed().toArray(Integer[]::new))
                .update();
    }
}
