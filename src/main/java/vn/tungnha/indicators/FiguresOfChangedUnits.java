package vn.tungnha.indicators;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.units.AffectedByUnitChange;
import vn.tungnha.units.UnitEffect;

/** Tells which targets and reported values stand at units that are about to change. */
@Component
@RequiredArgsConstructor
class FiguresOfChangedUnits implements AffectedByUnitChange {

    private final JdbcClient jdbc;

    @Override
    public List<UnitEffect> of(Affected affected) {
        return List.of(
                new UnitEffect(
                        "indicators.unit-change.targets",
                        count(
                                "select count(*) from target where replaced_at is null and unit_id = any(:units)"
                                        + " and last_day >= :day",
                                affected),
                        affected.ends() ? "indicators.unit-change.targets.review" : null,
                        null),
                new UnitEffect(
                        "indicators.unit-change.reported",
                        count(
                                "select count(*) from reported_value where replaced_at is null and unit_id = any(:units)"
                                        + " and last_day >= :day",
                                affected),
                        affected.ends() ? "indicators.unit-change.reported.kept" : null,
                        null));
    }

    private long count(String sql, Affected affected) {
        return jdbc.sql(sql)
                .param("units", affected.units().toArray(Long[]::new))
                .param("day", affected.effective())
                .query(Long.class)
                .single();
    }
}
