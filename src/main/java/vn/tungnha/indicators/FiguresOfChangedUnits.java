package vn.tungnha.indicators;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Choice;
import vn.tungnha.units.AffectedByUnitChange;
import vn.tungnha.units.UnitEffect;

/** Tells which targets and reported values stand at units that are about to change. */
@Component
@RequiredArgsConstructor
class FiguresOfChangedUnits implements AffectedByUnitChange {

    private static final int MOST_NAMED = 20;

    private final JdbcClient jdbc;

    @Override
    public List<UnitEffect> of(Affected affected) {
        List<Choice> toConfirm = affected.ends() ? toConfirm(affected) : List.of();
        return List.of(
                new UnitEffect(
                        "indicators.unit-change.targets",
                        count(
                                "select count(*) from target where replaced_at is null and unit_id = any(:units)"
                                        + " and last_day >= :day",
                                affected),
                        toConfirm.isEmpty() ? null : "indicators.unit-change.targets.review",
                        null,
                        toConfirm),
                new UnitEffect(
                        "indicators.unit-change.reported",
                        count(
                                "select count(*) from reported_value where replaced_at is null and unit_id = any(:units)"
                                        + " and last_day >= :day",
                                affected),
                        affected.ends() ? "indicators.unit-change.reported.kept" : null,
                        null));
    }

    /** Targets that no successor has been given yet, each at the page where it is confirmed. */
    private List<Choice> toConfirm(Affected affected) {
        return jdbc.sql("""
                        select distinct i.position, t.period,
                               '/targets?unit=' || v.code || '&indicator=' || i.code || '&period=' || t.period || '&structure=now' as value,
                               d.short_vi || ' ' || t.period as text
                        from target t
                        join indicator i on i.id = t.indicator_id
                        join indicator_version d on d.indicator_id = i.id and t.last_day between d.valid_from and d.valid_to
                        left join lateral (select l.to_id, l.valid_from from unit_lineage l
                            where l.from_id = t.unit_id and l.to_id <> t.unit_id and l.valid_from >= :day
                            order by l.weight desc, l.to_id limit 1) heir on true
                        join unit_version v on v.unit_id = coalesce(heir.to_id, t.unit_id)
                          and coalesce(heir.valid_from, :day::date - 1) between v.valid_from and v.valid_to
                        where t.replaced_at is null and t.unit_id = any(:units) and t.last_day >= :day
                          and not exists (select from target n where n.replaced_at is null and n.unit_id = heir.to_id
                              and n.indicator_id = t.indicator_id and n.kind = t.kind and n.period = t.period)
                        order by i.position, t.period limit :most
                        """)
                .param("units", affected.units().toArray(Long[]::new))
                .param("day", affected.effective())
                .param("most", MOST_NAMED)
                .query((row, n) -> new Choice(row.getString("value"), row.getString("text")))
                .list();
    }

    private long count(String sql, Affected affected) {
        return jdbc.sql(sql)
                .param("units", affected.units().toArray(Long[]::new))
                .param("day", affected.effective())
                .query(Long.class)
                .single();
    }
}
