package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.indicators.IndicatorDefinition.Kind;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.table.Made;
import vn.tungnha.shared.table.Staying;
import vn.tungnha.shared.table.TakesBack;

/** Takes back targets that came with a file: what was given before is given again, or nothing. */
@Component
@RequiredArgsConstructor
class TargetImportUndo implements TakesBack<CurrentUser> {

    private final TargetScope scope;
    private final TargetStore store;
    private final JdbcClient jdbc;

    /** The target in force that a command has set. */
    Made made(TargetCommand command) {
        String ref = jdbc.sql("""
                        select t.id::text from target t join indicator i on i.id = t.indicator_id
                        where i.code = :indicator and coalesce(t.unit_id, 0) = :unit and coalesce(t.team_id, 0) = :team
                          and t.period = :period and t.kind = :kind and t.replaced_at is null""")
                .param("indicator", command.indicator())
                .param("unit", command.unitId() == null ? 0L : command.unitId())
                .param("team", command.teamId() == null ? 0L : command.teamId())
                .param("period", command.period().code())
                .param("kind", command.kind().name())
                .query(String.class)
                .single();
        return new Made("target", ref, ref, "");
    }

    @Override
    public List<Staying> staying(List<Made> made, CurrentUser user) {
        return jdbc.sql("""
                        select t.id::text as ref, concat_ws(' · ', coalesce(v.full_name, e.name), i.code, t.period) as name
                        from target t join indicator i on i.id = t.indicator_id
                        left join team e on e.id = t.team_id
                        left join lateral (select full_name from unit_version x where x.unit_id = t.unit_id
                                           order by x.valid_to desc limit 1) v on true
                        where t.id = any(cast(:ids as bigint[])) and t.replaced_at is not null""")
                .param("ids", made.stream().map(Made::ref).toArray(String[]::new))
                .query((row, n) -> Staying.changed(row.getString("ref"), row.getString("name")))
                .list();
    }

    @Override
    public void takeBack(List<Made> made, String reason, CurrentUser user) {
        List<Item> items = jdbc.sql("""
                        select t.indicator_id, i.code as indicator, t.unit_id, t.team_id, t.period, t.kind, t.amount,
                               o.amount as before, o.cascade_id as before_cascade, coalesce(o.carried, false) as before_carried
                        from target t join indicator i on i.id = t.indicator_id
                        left join lateral (
                            select p.amount, p.withdrawn_by, p.cascade_id, p.carried from target p
                            where p.indicator_id = t.indicator_id and p.unit_id is not distinct from t.unit_id
                              and p.team_id is not distinct from t.team_id and p.period = t.period and p.kind = t.kind
                              and p.version < t.version
                            order by p.version desc limit 1) o on o.withdrawn_by is null
                        where t.id = any(cast(:ids as bigint[])) and t.replaced_at is null
                        order by t.indicator_id, t.id desc""")
                .param("ids", made.stream().map(Made::ref).toArray(String[]::new))
                .query(Item.class)
                .list();
        for (Item item : items) {
            Long team = item.teamId();
            scope.requireGiving(team != null ? team : Objects.requireNonNull(item.unitId()), team != null, user);
            store.lock(item.indicatorId());
            BigDecimal before = item.before();
            TargetCommand back = new TargetCommand(
                    item.indicator(),
                    item.unitId(),
                    team,
                    Period.parse(item.period()).orElseThrow(),
                    Kind.valueOf(item.kind()),
                    before == null ? item.amount() : before,
                    reason);
            if (before == null) {
                store.withdraw(back, item.indicatorId(), user);
            } else {
                store.put(back, item.indicatorId(), null, item.beforeCascade(), item.beforeCarried(), user);
            }
        }
    }

    private record Item(
            int indicatorId,
            String indicator,
            @Nullable Long unitId,
            @Nullable Long teamId,
            String period,
            String kind,
            BigDecimal amount,
            @Nullable BigDecimal before,
            @Nullable UUID beforeCascade,
            boolean beforeCarried) {}
}
