package vn.tungnha.indicators;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.RuleBroken;

/** What units and teams are to reach, with the history of every change. */
@Service
@RequiredArgsConstructor
@Transactional
public class Targets {

    private static final String HISTORY = """
            with version as (
                select t.*, lag(t.amount) over w as was, lag(t.withdrawn_by) over w as was_withdrawn
                from target t
                where t.indicator_id = :indicator and t.kind = :kind and t.period = :period
                  and case when :team then t.team_id else t.unit_id end = :place
                window w as (order by t.version, t.id))
            select e.before, e.amount, a.display_name as by, e.at, e.reason, e.cascaded, e.carried
            from (
                select case when was_withdrawn is null then was end as before, amount, entered_by as who, entered_at as at, reason,
                       cascade_id is not null as cascaded, carried, version, 0 as part
                from version
                union all
                select amount, null, withdrawn_by, replaced_at, withdrawal_reason, false, false, version, 1
                from version where withdrawn_by is not null) e
            left join account a on a.id = e.who
            order by e.version desc, e.part desc
            limit 200
            """;

    private static final RowMapper<TargetView> VIEW = new SimplePropertyRowMapper<>(TargetView.class);

    private final JdbcClient jdbc;
    private final Definitions definitions;
    private final TargetScope scope;
    private final TargetStore store;
    private final Clock clock;

    /**
     * Targets in force of the units in the reader's scope, the oldest periods first.
     *
     * @param most of each indicator
     * @return by the indicator's id; nothing for one without targets
     */
    @Transactional(readOnly = true)
    public Map<Integer, List<TargetView>> visibleTo(CurrentUser user, Collection<Integer> indicators, int most) {
        Map<Integer, List<TargetView>> targets = new HashMap<>();
        jdbc.sql("""
                        select * from (
                            select t.indicator_id, v.code as unit, v.name as unit_name, t.team_id as team, t.period, t.kind,
                                   t.amount, t.version,
                                   row_number() over (partition by t.indicator_id order by t.first_day, v.code, t.id) as place
                            from target t
                            left join unit_version v on v.unit_id = t.unit_id
                                and v.valid_to = (select max(x.valid_to) from unit_version x where x.unit_id = t.unit_id)
                            where t.indicator_id = any(:indicators) and t.replaced_at is null
                              and (:everything or t.team_id = any(:teams) or exists (
                                  select from unit_lineage l
                                  join unit_closure c on c.descendant_id = l.to_id and :today between c.valid_from and c.valid_to
                                  where l.from_id = t.unit_id and :today between l.valid_from and l.valid_to
                                    and c.ancestor_id = any(:roots)))) visible
                        where place <= :most
                        order by indicator_id, place
                        """)
                .param("indicators", indicators.toArray(Integer[]::new))
                .param("everything", user.scope().everything())
                .param("teams", user.scope().teams().toArray(Long[]::new))
                .param("roots", user.scope().roots(Data.FIGURES).toArray(Long[]::new))
                .param("today", Days.today(clock))
                .param("most", most)
                .query((row, n) -> targets.computeIfAbsent(row.getInt("indicator_id"), first -> new ArrayList<>())
                        .add(Objects.requireNonNull(VIEW.mapRow(row, n))))
                .list();
        return targets;
    }

    /**
     * @throws RuleBroken when a target in force is changed without a reason, when the amount makes no sense, or when only
     *     somebody higher may set it
     */
    public void set(TargetCommand command, CurrentUser user) {
        set(command, null, user);
    }

    /** The same for a form that showed a version, 0 for none. */
    public void set(TargetCommand command, @Nullable Integer version, CurrentUser user) {
        requireGiving(command, user);
        IndicatorDefinition definition = require(command);
        store.lock(definition.id());
        store.put(command, definition.id(), version, null, false, user);
    }

    /** Makes what follows from a merger the unit's own target. */
    public void confirm(TargetCommand command, @Nullable Integer version, CurrentUser user) {
        requireGiving(command, user);
        IndicatorDefinition definition = require(command);
        store.lock(definition.id());
        store.put(command, definition.id(), version, null, true, user);
    }

    /** Whether somebody who sees a place may set its target. */
    @Transactional(readOnly = true)
    public boolean mayGive(TargetPlace place, CurrentUser user) {
        return scope.mayGive(place.id(), place.team(), user);
    }

    /** @throws vn.tungnha.shared.OutOfScope when a place is not to be seen */
    @Transactional(readOnly = true)
    public void requireSight(TargetPlace place, CurrentUser user) {
        scope.requireSight(place.id(), place.team(), user);
    }

    /** The first indicator that a unit has a target of in a period, or in a longer one around it. */
    @Transactional(readOnly = true)
    public Optional<String> firstOf(long unitId, Period period) {
        return jdbc.sql("""
                        select i.code from target t join indicator i on i.id = t.indicator_id
                        where t.unit_id = :unit and t.replaced_at is null and t.period = any(:periods)
                        order by t.period = :period desc, i.position limit 1
                        """)
                .param("unit", unitId)
                .param("period", period.code())
                .param(
                        "periods",
                        TargetRows.around(period).stream().map(Period::code).toArray(String[]::new))
                .query(String.class)
                .optional();
    }

    /** All versions of one target, the latest first. */
    @Transactional(readOnly = true)
    public List<TargetChange> history(TargetPlace place, int indicatorId, String kind, Period period) {
        return jdbc.sql(HISTORY)
                .param("place", place.id())
                .param("team", place.team())
                .param("indicator", indicatorId)
                .param("kind", kind)
                .param("period", period.code())
                .query(TargetChange.class)
                .list();
    }

    private void requireGiving(TargetCommand command, CurrentUser user) {
        Long team = command.teamId();
        Long unit = command.unitId();
        if (team != null) {
            scope.requireGiving(team, true, user);
        } else if (unit != null) {
            scope.requireGiving(unit, false, user);
        }
    }

    private IndicatorDefinition require(TargetCommand command) {
        if (command.amount().signum() < 0) {
            throw RuleBroken.at("amount", "indicators.error.negative");
        }
        return definitions.require(command.indicator(), command.period().last());
    }
}
