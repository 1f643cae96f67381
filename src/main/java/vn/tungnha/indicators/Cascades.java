package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.indicators.IndicatorDefinition.Kind;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.RuleBroken;

/** Hands targets down to the parts of a unit, and takes them back. */
@Service
@RequiredArgsConstructor
@Transactional
public class Cascades {

    private final JdbcClient jdbc;
    private final Definitions definitions;
    private final TargetScope scope;
    private final TargetStore store;
    private final Clock clock;

    /**
     * All in one transaction; who has that very target already keeps it as it is.
     *
     * @return how many targets were set
     * @throws vn.tungnha.shared.Stale when one was changed since it was seen
     */
    public int store(CascadeCommand command, CurrentUser user) {
        scope.requireSight(command.whole().id(), command.whole().team(), user);
        IndicatorDefinition definition =
                definitions.require(command.indicator(), command.period().last());
        store.lock(definition.id());
        List<CascadeCommand.Given> changed = command.parts().stream()
                .filter(part -> store.current(one(command, part), definition.id())
                        .map(old ->
                                old.version() != part.version() || old.amount().compareTo(part.amount()) != 0)
                        .orElse(true))
                .toList();
        for (CascadeCommand.Given part : changed) {
            if (part.amount().signum() < 0) {
                throw RuleBroken.at("amount", "indicators.error.negative");
            }
            scope.requireGiving(part.place().id(), part.place().team(), user);
            if (part.version() > 0
                    && (command.reason() == null || command.reason().isBlank())) {
                throw RuleBroken.at("reason", "indicators.error.reason-missing");
            }
        }
        if (changed.isEmpty()) {
            return 0;
        }
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into target_cascade (id, indicator_id, unit_id, period, kind, method, reason, given, entered_by, entered_at)
                        values (:id, :indicator, :unit, :period, :kind, :method, :reason, :given, :by, :now)
                        """)
                .param("id", id)
                .param("indicator", definition.id())
                .param("unit", command.whole().id())
                .param("period", command.period().code())
                .param("kind", command.kind().name())
                .param("method", command.method().name())
                .param("reason", command.reason(), Types.VARCHAR)
                .param("given", changed.size())
                .param("by", user.accountId())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        changed.forEach(part -> store.put(one(command, part), definition.id(), part.version(), id, false, user));
        return changed.size();
    }

    private static TargetCommand one(CascadeCommand command, CascadeCommand.Given part) {
        boolean team = part.place().team();
        return new TargetCommand(
                command.indicator(),
                team ? null : part.place().id(),
                team ? part.place().id() : null,
                command.period(),
                command.kind(),
                part.amount(),
                command.reason());
    }

    /** The last handing down of a unit's target that still stands. */
    @Transactional(readOnly = true)
    public Optional<CascadeView> last(long unitId, int indicatorId, String kind, Period period) {
        return jdbc.sql("""
                        select c.id, c.given, a.display_name as by, c.entered_at as at, c.reason
                        from target_cascade c left join account a on a.id = c.entered_by
                        where c.unit_id = :unit and c.indicator_id = :indicator and c.kind = :kind and c.period = :period
                          and c.undone_at is null
                        order by c.entered_at desc limit 1
                        """)
                .param("unit", unitId)
                .param("indicator", indicatorId)
                .param("kind", kind)
                .param("period", period.code())
                .query(CascadeView.class)
                .optional();
    }

    /**
     * Puts back what was before, as new versions of the handing down it came from; what was changed by hand since stays
     * as it is.
     *
     * @param reason as the new versions give it
     */
    public Undone undo(UUID id, String reason, CurrentUser user) {
        Head head = jdbc.sql("""
                        select c.indicator_id, i.code as indicator, c.unit_id, c.period, c.kind, c.given, c.undone_at is not null as undone
                        from target_cascade c join indicator i on i.id = c.indicator_id where c.id = :id for update of c
                        """)
                .param("id", id)
                .query(Head.class)
                .optional()
                .orElseThrow(() -> new NotFound("cascade", id));
        scope.requireSight(head.unitId(), false, user);
        if (head.undone()) {
            throw new RuleBroken("targets.error.undone");
        }
        store.lock(head.indicatorId());
        List<Item> items = jdbc.sql("""
                        select t.unit_id, t.team_id, t.amount, o.amount as before, o.cascade_id as before_cascade,
                               coalesce(o.carried, false) as before_carried
                        from target t
                        left join lateral (
                            select p.amount, p.withdrawn_by, p.cascade_id, p.carried from target p
                            where p.indicator_id = t.indicator_id and p.unit_id is not distinct from t.unit_id
                              and p.team_id is not distinct from t.team_id and p.period = t.period and p.kind = t.kind
                              and p.version < (select min(f.version) from target f
                                  where f.cascade_id = t.cascade_id and f.unit_id is not distinct from t.unit_id
                                    and f.team_id is not distinct from t.team_id)
                            order by p.version desc limit 1) o on o.withdrawn_by is null
                        where t.cascade_id = :id and t.replaced_at is null
                        """).param("id", id).query(Item.class).list();
        Period period = Period.parse(head.period()).orElseThrow();
        for (Item item : items) {
            Long team = item.teamId();
            scope.requireGiving(team != null ? team : Objects.requireNonNull(item.unitId()), team != null, user);
            BigDecimal before = item.before();
            TargetCommand back = new TargetCommand(
                    head.indicator(),
                    item.unitId(),
                    team,
                    period,
                    Kind.valueOf(head.kind()),
                    before == null ? item.amount() : before,
                    reason);
            if (before == null) {
                store.withdraw(back, head.indicatorId(), user);
            } else {
                store.put(back, head.indicatorId(), null, item.beforeCascade(), item.beforeCarried(), user);
            }
        }
        jdbc.sql("update target_cascade set undone_at = :now, undone_by = :by where id = :id")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", user.accountId())
                .param("id", id)
                .update();
        return new Undone(head.unitId(), head.indicator(), period, items.size(), head.given() - items.size());
    }

    /** @param kept targets that were changed since and stay */
    public record Undone(long unitId, String indicator, Period period, int undone, int kept) {}

    private record Head(
            int indicatorId, String indicator, long unitId, String period, String kind, int given, boolean undone) {}

    private record Item(
            @Nullable Long unitId,
            @Nullable Long teamId,
            BigDecimal amount,
            @Nullable BigDecimal before,
            @Nullable UUID beforeCascade,
            boolean beforeCarried) {}
}
