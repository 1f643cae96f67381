package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.identity.TeamPlaces;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.RuleBroken;

/** What units and teams are to reach, with the history of every change. */
@Service
@RequiredArgsConstructor
@Transactional
public class Targets {

    private final JdbcClient jdbc;
    private final Definitions definitions;
    private final ScopeGuard guard;
    private final Optional<TeamPlaces> teams;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Targets in force of one indicator, of the units in the reader's scope. */
    @Transactional(readOnly = true)
    public List<TargetView> visibleTo(CurrentUser user, int indicatorId) {
        return jdbc.sql("""
                        select v.code as unit, v.name as unit_name, t.team_id as team, t.period, t.kind, t.amount, t.version
                        from target t
                        left join unit_version v on v.unit_id = t.unit_id
                            and v.valid_to = (select max(x.valid_to) from unit_version x where x.unit_id = t.unit_id)
                        where t.indicator_id = :indicator and t.replaced_at is null
                          and (:everything or t.team_id = any(:teams) or exists (
                              select from unit_lineage l
                              join unit_closure c on c.descendant_id = l.to_id and :today between c.valid_from and c.valid_to
                              where l.from_id = t.unit_id and :today between l.valid_from and l.valid_to
                                and c.ancestor_id = any(:roots)))
                        order by t.first_day, v.code
                        limit 1000
                        """)
                .param("indicator", indicatorId)
                .param("everything", user.scope().everything())
                .param("teams", user.scope().teams().toArray(Long[]::new))
                .param("roots", user.scope().roots(Data.FIGURES).toArray(Long[]::new))
                .param("today", Days.today(clock))
                .query(TargetView.class)
                .list();
    }

    /** @throws RuleBroken when a target in force is changed without a reason, or the amount makes no sense */
    public void set(TargetCommand command, CurrentUser user) {
        requireScope(command, user);
        if (command.amount().signum() < 0) {
            throw RuleBroken.at("amount", "indicators.error.negative");
        }
        IndicatorDefinition definition =
                definitions.require(command.indicator(), command.period().last());
        lock(definition.id());
        Optional<Old> old = current(command, definition);
        if (old.isPresent() && (command.reason() == null || command.reason().isBlank())) {
            throw RuleBroken.at("reason", "indicators.error.reason-missing");
        }
        old.ifPresent(it -> jdbc.sql("update target set replaced_at = :now where id = :id")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", it.id())
                .update());
        jdbc.sql("""
                        insert into target (version, indicator_id, unit_id, team_id, period, first_day, last_day, amount, kind, reason,
                                            entered_by, entered_at)
                        values (:version, :indicator, :unit, :team, :period, :first, :last, :amount, :kind, :reason, :by, :now)
                        """)
                .param("version", old.map(it -> it.version() + 1).orElse(1))
                .param("indicator", definition.id())
                .param("unit", command.unitId(), Types.BIGINT)
                .param("team", command.teamId(), Types.BIGINT)
                .param("period", command.period().code())
                .param("first", command.period().first())
                .param("last", command.period().last())
                .param("amount", command.amount())
                .param("kind", command.kind().name())
                .param("reason", command.reason(), Types.VARCHAR)
                .param("by", user.accountId())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        events.publishEvent(new Audited(
                "target.set",
                "target",
                command.indicator() + " " + command.period().code(),
                command.unitId(),
                old.map(it -> Map.of("amount", it.amount())).orElse(null),
                Map.of("amount", command.amount(), "kind", command.kind().name()),
                command.reason()));
    }

    private void requireScope(TargetCommand command, CurrentUser user) {
        Long team = command.teamId();
        if (command.unitId() != null) {
            guard.require(user.scope(), Data.FIGURES, command.unitId());
        } else if (team != null) {
            Set<Long> villages =
                    teams.map(it -> it.villagesOf(team, Days.today(clock))).orElse(Set.of());
            if (!guard.coversTeam(user.scope(), team, villages)) {
                throw new OutOfScope("team", team);
            }
        }
    }

    /** One change of an indicator's targets at a time. */
    private void lock(int indicator) {
        jdbc.sql("select id from indicator where id = :id for no key update")
                .param("id", indicator)
                .query()
                .listOfRows();
    }

    private Optional<Old> current(TargetCommand command, IndicatorDefinition definition) {
        return jdbc.sql("""
                        select id, version, amount from target where replaced_at is null and indicator_id = :indicator
                          and coalesce(unit_id, 0) = :unit and coalesce(team_id, 0) = :team and period = :period and kind = :kind
                        """)
                .param("indicator", definition.id())
                .param("unit", command.unitId() == null ? 0 : command.unitId())
                .param("team", command.teamId() == null ? 0 : command.teamId())
                .param("period", command.period().code())
                .param("kind", command.kind().name())
                .query(Old.class)
                .optional();
    }

    private record Old(long id, int version, BigDecimal amount) {}
}
